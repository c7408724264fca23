import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { pool } from '@/lib/db/pool';
import { onlyOne } from '@/lib/only-one';

/** What is counted: tries of `account` (what was typed, known or not), and those that came from `address`. */
export type Try = { readonly account: string; readonly address: string };

export type Trial = 'sign-in' | 'sign-up' | 'reset' | 'join' | 'card';

type Limit = { readonly points: number; readonly seconds: number };

/**
 * Per (address, account) a person's own mistakes; per account the sum of all addresses, wide enough that a stranger who
 * guesses cannot easily keep the owner out. Never per address alone: a whole school may stand behind one.
 */
const limits: Record<Trial, { readonly pair: Limit; readonly account: Limit }> = {
  'sign-in': { pair: { points: 10, seconds: 15 * 60 }, account: { points: 60, seconds: 60 * 60 } },
  'sign-up': { pair: { points: 20, seconds: 60 * 60 }, account: { points: 60, seconds: 60 * 60 } },
  reset: { pair: { points: 3, seconds: 15 * 60 }, account: { points: 6, seconds: 60 * 60 } },
  card: { pair: { points: 10, seconds: 15 * 60 }, account: { points: 60, seconds: 60 * 60 } },
  join: { pair: { points: 20, seconds: 15 * 60 }, account: { points: 60, seconds: 60 * 60 } },
};

/** Counts one try; true while it is within the limits. Both counters move always, so that both outcomes do the same work. */
export async function countTry(trial: Trial, who: Try): Promise<boolean> {
  const counters = limiters(trial);
  const within = await Promise.all([
    spend(counters.pair, key(who.address, who.account)),
    spend(counters.account, key(who.account)),
  ]);
  return within.every(Boolean);
}

/** A try that succeeded: the slate is clean. */
export async function forgetTries(trial: Trial, who: Try): Promise<void> {
  const counters = limiters(trial);
  await Promise.all([counters.pair.delete(key(who.address, who.account)), counters.account.delete(key(who.account))]);
}

async function spend(limiter: RateLimiterPostgres, of: string): Promise<boolean> {
  try {
    await limiter.consume(of);
    return true;
  } catch (refused) {
    // The library rejects with its figures (not an Error) when the limit is reached.
    if (refused instanceof Error) throw refused;
    return false;
  }
}

/** Forgets tries that no longer count. */
export async function sweepTries(): Promise<void> {
  await pool().query('DELETE FROM rate_limit WHERE expire < extract(epoch FROM now()) * 1000');
}

/** Digests, so that the table holds neither names nor addresses. */
function key(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function limiters(trial: Trial): { pair: RateLimiterPostgres; account: RateLimiterPostgres } {
  return onlyOne(`auth.limits.${trial}`, () => ({
    pair: limiter(`${trial}.pair`, limits[trial].pair),
    account: limiter(`${trial}.account`, limits[trial].account),
  }));
}

function limiter(keyPrefix: string, { points, seconds }: Limit): RateLimiterPostgres {
  const figures = { keyPrefix, points, duration: seconds };
  return new RateLimiterPostgres({
    ...figures,
    // The pool is asked for at each use: it may be closed and opened again in one process.
    storeClient: { query: (statement: { text: string }) => pool().query(statement) },
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    // While the database does not answer, each process counts for itself.
    insuranceLimiter: new RateLimiterMemory(figures),
  });
}
