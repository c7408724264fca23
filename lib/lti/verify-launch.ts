import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { claimsSchema, named } from '@/lib/lti/claims';
import { type Launch, type Refused, refused } from '@/lib/lti/launch';
import { type KeptLaunch, type Login, takeLogin } from '@/lib/lti/launch-store';
import type { Platform } from '@/lib/lti/platform';
import { platformKeys } from '@/lib/lti/platform-keys';
import { findPlatform, takesDeployment } from '@/lib/lti/platform-store';
import { classRoleOf } from '@/lib/lti/role';
import { readTarget, targetAt, writeTarget } from '@/lib/lti/target';
import { isOurs, type ToolAddresses } from '@/lib/lti/tool-addresses';
import { clipped } from '@/lib/lti/words-of-platform';
import { OutsideFault } from '@/lib/outside/call-outside';
import type { Locale } from '@/lib/words/locale';

/** Two clocks may differ by so much, and a token may be so old. */
const SKEW_SECONDS = 60;
const OLDEST_TOKEN = '10 minutes';

export type Verified = { readonly kind: 'verified'; readonly platform: Platform } & Pick<
  KeptLaunch,
  'stateDigest' | 'launch'
>;

type Posted = Readonly<Record<string, string>>;
type KeysOf = (platform: Platform) => JWTVerifyGetKey;

/**
 * What came back from a platform, believed only after everything that LTI 1.3 §5.1.1.3 and the Security Framework §5.1.3 ask: the state is one we gave
 * out and nobody has used; the token is signed with RS256 by a key that this platform publishes; it is of this platform, for us, fresh, an answer
 * to this login, from a deployment we know, and a message we understand.
 */
export async function verifyLaunch(
  posted: Posted,
  tool: ToolAddresses,
  keysOf: KeysOf = ({ keysUrl }) => platformKeys(keysUrl),
): Promise<Verified | Refused> {
  const login = posted.state ? await takeLogin(posted.state) : null;
  const platform = login && (await findPlatform(login.platformId));
  if (!platform) return refused('unknown-state');
  if (posted.error)
    return refused('platform-refused', clipped(`${posted.error}: ${posted.error_description ?? ''}`, 300));
  const payload = await verifiedPayload(posted.id_token ?? '', platform, keysOf(platform));
  if (payload.kind === 'refused') return payload;
  return read(payload.payload, login, platform, tool);
}

async function verifiedPayload(
  token: string,
  platform: Platform,
  keys: JWTVerifyGetKey,
): Promise<{ kind: 'payload'; payload: JWTPayload } | Refused> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      // Named, so that neither `none` nor a secret made of the public key is ever tried.
      algorithms: ['RS256'],
      issuer: platform.issuer,
      audience: platform.clientId,
      clockTolerance: SKEW_SECONDS,
      maxTokenAge: OLDEST_TOKEN,
      requiredClaims: ['exp', 'iat', 'nonce'],
    });
    return { kind: 'payload', payload };
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): Refused {
  if (error instanceof OutsideFault) return refused('keys-unreachable', error.message);
  if (error instanceof errors.JWTExpired) return refused('expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return refused('wrong-issuer');
    if (error.claim === 'aud') return refused('wrong-audience');
    return refused(error.claim === 'exp' || error.claim === 'iat' || error.claim === 'nbf' ? 'expired' : 'bad-token');
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed
  )
    return refused('bad-signature');
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return refused('keys-unreachable');
  // A fetch that did not answer 200, in jose's words.
  if (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') return refused('keys-unreachable');
  if (error instanceof errors.JOSEError) return refused('bad-token');
  // A published key that cannot be one: too short, or of another kind than it says.
  if (error instanceof TypeError || error instanceof DOMException) return refused('bad-signature');
  throw error;
}

async function read(
  payload: JWTPayload,
  login: Login,
  platform: Platform,
  tool: ToolAddresses,
): Promise<Verified | Refused> {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) return refused('bad-token', parsed.error.issues[0]?.path.join('.'));
  const claims = named(parsed.data);
  if (claims.nonce !== login.nonce) return refused('wrong-nonce');
  // Where a token is for several, it must say who asked for it (OIDC Core §3.1.3.7).
  const isForMany = Array.isArray(payload.aud) && payload.aud.length > 1;
  if ((isForMany || claims.azp !== undefined) && claims.azp !== platform.clientId) return refused('wrong-audience');
  if (claims.version !== '1.3.0') return refused('wrong-version', clipped(claims.version, 40));
  const kind = kinds.get(claims.messageType);
  if (!kind) return refused('wrong-message', clipped(claims.messageType, 80));
  if (claims.subject === undefined) return refused('no-user');
  const wish = claims.targetLinkUri ?? (kind === 'deep-linking' ? login.targetLinkUri : undefined);
  // Elsewhere than where it was asked for: somebody has put two launches together.
  if (wish === undefined || !isOurs(wish, tool) || wish !== login.targetLinkUri) return refused('wrong-target');
  if (kind === 'resource' && !claims.resourceLink) return refused('no-link');
  if (kind === 'deep-linking' && !claims.deepLinking) return refused('bad-token', 'deep_linking_settings');
  if (!(await takesDeployment(platform, claims.deploymentId)))
    return refused('unknown-deployment', clipped(claims.deploymentId, 100));
  const launch: Launch = {
    kind,
    deploymentId: claims.deploymentId,
    subject: claims.subject,
    name: claims.name && clipped(claims.name, 200),
    role: classRoleOf(claims.roles),
    locale: localeOf(claims.locale),
    context: claims.context
      ? { id: claims.context.id, title: clipped(claims.context.title || claims.context.label || '', 200) }
      : null,
    link: claims.resourceLink
      ? { id: claims.resourceLink.id, title: clipped(claims.resourceLink.title ?? '', 200) }
      : null,
    target: targetOf(claims.custom, wish),
    membershipsUrl: claims.members?.context_memberships_url ?? null,
    grades: claims.grades
      ? {
          scopes: claims.grades.scope,
          lineItems: claims.grades.lineitems ?? null,
          lineItem: claims.grades.lineitem ?? null,
        }
      : null,
    deepLinking: claims.deepLinking
      ? {
          returnUrl: claims.deepLinking.deep_link_return_url,
          data: claims.deepLinking.data ?? null,
          takesMany: claims.deepLinking.accept_multiple ?? false,
          takesLineItems: claims.deepLinking.accept_lineitem ?? true,
        }
      : null,
  };
  if (kind === 'deep-linking' && !claims.deepLinking?.accept_types.includes('ltiResourceLink'))
    return refused('nothing-to-choose');
  return { kind: 'verified', platform, stateDigest: login.stateDigest, launch };
}

const kinds: ReadonlyMap<string, Launch['kind']> = new Map([
  ['LtiResourceLinkRequest', 'resource'],
  ['LtiDeepLinkingRequest', 'deep-linking'],
]);

/** What was chosen in deep linking, or the page that a link made by hand names. */
function targetOf(custom: Readonly<Record<string, unknown>>, wish: string): string | null {
  const { target } = custom;
  const chosen = typeof target === 'string' ? readTarget(target) : undefined;
  const named = chosen ?? targetAt(new URL(wish).pathname);
  return named ? writeTarget(named) : null;
}

/** `zh_CN` → zh */
function localeOf(tag: string | null | undefined): Locale | null {
  const language = tag?.slice(0, 2).toLowerCase();
  return language === 'zh' || language === 'en' ? language : null;
}
