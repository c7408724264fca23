import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { Overloaded, WorkQueue } from '@/lib/auth/work-queue';
import { onlyOne } from '@/lib/only-one';
import { tellOverload } from '@/lib/server/overload';

export { Overloaded } from '@/lib/auth/work-queue';

/** OWASP's second choice for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. Runs in libuv's threads, not on the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of 32 random bytes that were thrown away, at the same cost: verified when there is no account, so that both answers cost the same. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$CJ9bb7V6GmL2IDdTa/q3Og$5xwl+UfYN7xwOY08ZuJ1idy7ATdX22t2BtXicEaMl80';

// libuv has four threads, which also read files: hashing may take as many as there are cores, but one is always left.
// 600 learners who sign in at the same minute wait in this queue for a few seconds; more than that are sent away.
const queue = () =>
  onlyOne('auth.hashing', () => new WorkQueue(Math.min(3, availableParallelism()), 600, tellOverload));

/** Throws `Overloaded` when too many are waiting. */
export function hashPassword(prepared: string): Promise<string> {
  return queue().run(() => hash(prepared, cost));
}

/** Is this the password? Without a stored hash the work is done all the same and the answer is no. Throws `Overloaded`. */
export async function verifyPassword(prepared: string, stored: string | null): Promise<boolean> {
  const right = await queue().run(() => verify(stored ?? NOBODY, prepared));
  return right && stored !== null;
}

export function isOverloaded(error: unknown): error is Overloaded {
  return error instanceof Overloaded;
}
