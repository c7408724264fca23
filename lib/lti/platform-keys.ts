import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { onlyOne } from '@/lib/only-one';
import { callOutside, type Reach } from '@/lib/outside/call-outside';
import { reachOutside } from '@/lib/outside/reach';

/** How long a platform's keys are believed, and how soon after a look an unknown key is looked for again: a forger must not make us ask without end. */
const CACHE_MS = 10 * 60 * 1000;
const COOLDOWN_MS = 30_000;
const MOST_PLATFORMS = 500;

type Keys = Map<string, JWTVerifyGetKey>;

/**
 * A platform's keys, fetched when they are first needed, and again when a token names one that is not among them (keys are changed without a
 * word, LTI Security Framework §6.3).
 */
export function platformKeys(keysUrl: string, reach: () => Promise<Reach> = reachOutside): JWTVerifyGetKey {
  const known = onlyOne<Keys>('lti.keys', () => new Map());
  const kept = known.get(keysUrl);
  if (kept) return kept;
  if (known.size >= MOST_PLATFORMS) known.clear();
  const keys = createRemoteJWKSet(new URL(keysUrl), {
    cacheMaxAge: CACHE_MS,
    cooldownDuration: COOLDOWN_MS,
    [customFetch]: async (url) => {
      const { status, body } = await callOutside(
        { url, headers: { accept: 'application/json, application/jwk-set+json' } },
        await reach(),
      );
      return new Response(body, { status });
    },
  });
  known.set(keysUrl, keys);
  return keys;
}

/** In a test, time goes faster. */
export function forgetPlatformKeys(): void {
  onlyOne<Keys>('lti.keys', () => new Map()).clear();
}
