import type { Who } from '@/lib/access/access';
import { countTry } from '@/lib/auth/try-limit-store';
import { readJoinCode } from '@/lib/classes/join-code';
import { type ClassToJoin, findClassToJoin, type Joined, joinClass } from '@/lib/classes/join-store';

/** `limited`: this account, or this account from this address, has tried too many codes. */
export type Looked = ClassToJoin | 'unknown' | 'limited';

/** What stands behind a code. Every look is counted, a right one too: else a code of one's own would wipe the slate between guesses. */
export async function lookUpCode(who: Who, typed: string, address: string): Promise<Looked> {
  const code = readJoinCode(typed);
  if (who.guest || !code) return 'unknown';
  if (!(await countTry('join', { account: who.learnerId, address }))) return 'limited';
  return (await findClassToJoin(who.learnerId, code)) ?? 'unknown';
}

export async function submitJoin(who: Who, typed: string, address: string): Promise<Joined | { kind: 'limited' }> {
  const code = readJoinCode(typed);
  if (who.guest || !code) return { kind: 'unknown' };
  if (!(await countTry('join', { account: who.learnerId, address }))) return { kind: 'limited' };
  return joinClass(who.learnerId, code);
}
