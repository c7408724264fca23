import type { SessionClaims } from '@/lib/auth/session-token';
import type { TokenBuckets } from '@/lib/server/token-bucket';

type Reply = { readonly status: number; readonly body: unknown };

const noStore = { 'cache-control': 'no-store' };

/** Answers a call of one learner, unless that learner calls too often. */
export async function limited(
  buckets: TokenBuckets,
  session: SessionClaims | null,
  answer: () => Promise<Reply>,
): Promise<Response> {
  const wait = session ? buckets.take(session.learnerId, 1, performance.now()) : 0;
  if (wait > 0) {
    const error = { code: 'too-many', message: `Expected a pause of ${wait} seconds between so many calls.` };
    return Response.json({ error }, { status: 429, headers: { ...noStore, 'retry-after': String(wait) } });
  }
  const { status, body } = await answer();
  return Response.json(body, { status, headers: noStore });
}
