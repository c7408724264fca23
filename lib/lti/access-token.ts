import { z } from 'zod';
import { JobLater } from '@/lib/jobs/job';
import type { Platform } from '@/lib/lti/platform';
import type { Scope } from '@/lib/lti/scopes';
import { signed } from '@/lib/lti/signed';
import { onlyOne } from '@/lib/only-one';
import { callOutside, type OutsideReply, type Reach } from '@/lib/outside/call-outside';

const tokenSchema = z.object({
  access_token: z.string().min(1).max(10_000),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().optional(),
});

type Kept = { readonly until: number; readonly token: Promise<string> };
const kept = () => onlyOne<Map<string, Kept>>('lti.tokens', () => new Map());

const MARGIN_MS = 60_000;
const DEFAULT_SECONDS = 3_600;

/** A platform's leave to call its services (Security Framework §4.1), kept for its time. Calls that need one at once share one. */
export async function accessToken(platform: Platform, scope: Scope, reach: Reach): Promise<string> {
  const key = `${platform.id} ${scope}`;
  const known = kept().get(key);
  if (known && known.until > Date.now()) return known.token;
  const asked = askForToken(platform, scope, reach);
  const entry = { until: Date.now() + MARGIN_MS, token: asked.then(({ token }) => token) };
  kept().set(key, entry);
  try {
    const { token, seconds } = await asked;
    const until = Date.now() + seconds * 1_000 - MARGIN_MS;
    if (kept().get(key) === entry) kept().set(key, { until, token: entry.token });
    return token;
  } catch (error) {
    if (kept().get(key) === entry) kept().delete(key);
    throw error;
  }
}

/** The platform no longer takes it. */
export function forgetToken(platform: Platform, scope: Scope): void {
  kept().delete(`${platform.id} ${scope}`);
}

async function askForToken(
  platform: Platform,
  scope: Scope,
  reach: Reach,
): Promise<{ token: string; seconds: number }> {
  const { clientId, tokenUrl, tokenAudience } = platform;
  const assertion = await signed({ iss: clientId, sub: clientId, aud: tokenAudience ?? tokenUrl });
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    scope,
  });
  const reply = await callOutside(
    {
      method: 'POST',
      url: tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    },
    reach,
  );
  if (reply.status !== 200) throw refusal('The platform gives no token', reply);
  const parsed = tokenSchema.safeParse(json(reply));
  if (!parsed.success) throw new Error('The platform’s token cannot be read.');
  return { token: parsed.data.access_token, seconds: parsed.data.expires_in ?? DEFAULT_SECONDS };
}

/** What a job should make of a refusal: come again when it is told to, or in its own time. */
export function refusal(what: string, { status, headers }: OutsideReply): Error {
  const after = Number(headers['retry-after']);
  const message = `${what}: HTTP ${status}.`;
  return (status === 429 || status === 503) && after > 0 ? new JobLater(message, after) : new Error(message);
}

/** The answer's JSON; undefined: it is none. */
export function json({ body }: OutsideReply): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
