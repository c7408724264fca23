import { siteOrigin } from '@/lib/auth/site-origin';
import { thisVisit } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { Call } from '@/lib/lti/calls';
import { toolAddresses } from '@/lib/lti/tool-addresses';
import { onlyOne } from '@/lib/only-one';
import { localeFor } from '@/lib/server/accept';
import { TokenBuckets } from '@/lib/server/token-bucket';
import { inLocale } from '@/lib/words/locale';

/** A launch makes rows and asks a platform for keys: 600 learners behind one address may begin together, and no more. */
const launchLimit = () => onlyOne('lti-limit', () => new TokenBuckets({ burst: 2_400, perMinute: 2_400 }));

/** A launch's form is some kilobytes; more is nobody's. */
const MOST_CHARACTERS = 200_000;

/** What a route needs to answer; `isTooMany`: its sender has to wait. */
export async function thisCall(request: Request): Promise<Call & { isTooMany: boolean }> {
  const visit = await thisVisit();
  const locale = localeFor(visit.cookieHeader, request.headers.get('accept-language') ?? undefined);
  const { site } = await curriculum();
  return {
    visit,
    locale,
    tool: toolAddresses(siteOrigin()),
    siteName: inLocale(site.name, locale),
    isTooMany: launchLimit().take(visit.address, 1, performance.now()) > 0,
  };
}

/** The fields of a posted form, or of the address. The first of a name counts. */
export async function sentFields(request: Request): Promise<Record<string, string>> {
  const text = request.method === 'POST' ? await request.text() : (request.url.split('?')[1] ?? '');
  if (text.length > MOST_CHARACTERS) return {};
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) if (!Object.hasOwn(fields, name)) fields[name] = value;
  return fields;
}
