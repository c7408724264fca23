import { randomUUID } from 'node:crypto';
import type { Launch } from '@/lib/lti/launch';
import type { Platform } from '@/lib/lti/platform';
import { signed } from '@/lib/lti/signed';
import { type Target, targetAddress, writeTarget } from '@/lib/lti/target';
import type { Locale } from '@/lib/words/locale';

export const SCORE_MAXIMUM = 100;

/** Something that was chosen for a course. */
export type Chosen = { readonly target: Target; readonly title: string };

/** A link as a content item (LTI Deep Linking 2.0 §3.2); opened in a window of its own, since a frame keeps no sign-in. */
export function contentItem({ target, title }: Chosen, origin: string, locale: Locale, withScores: boolean) {
  const name = writeTarget(target);
  return {
    type: 'ltiResourceLink',
    title,
    url: `${origin}${targetAddress(target, locale)}`,
    custom: { target: name },
    window: { targetName: '_blank' },
    ...(withScores ? { lineItem: { label: title, scoreMaximum: SCORE_MAXIMUM, resourceId: name } } : {}),
  };
}

/** What goes back to the platform (§4.5), signed by us. */
export async function deepLinkingResponse(
  platform: Platform,
  { deploymentId, deepLinking }: Launch,
  items: readonly ReturnType<typeof contentItem>[],
): Promise<string> {
  const claim = 'https://purl.imsglobal.org/spec/lti/claim';
  return signed({
    iss: platform.clientId,
    aud: [platform.issuer],
    nonce: randomUUID(),
    [`${claim}/message_type`]: 'LtiDeepLinkingResponse',
    [`${claim}/version`]: '1.3.0',
    [`${claim}/deployment_id`]: deploymentId,
    'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': items,
    // The platform finds its way back by it: it must come as it went.
    ...(deepLinking?.data == null ? {} : { 'https://purl.imsglobal.org/spec/lti-dl/claim/data': deepLinking.data }),
  });
}
