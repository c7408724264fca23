import { insertAccount } from '@/lib/auth/learner-store';
import type { Role } from '@/lib/auth/role';
import { insertSession } from '@/lib/auth/session-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import type { Dice } from './dice';
import type { Cast } from './people';
import type { Present } from './practise';

/** Somebody with an account, and a browser that is signed in for as long as the story is written. */
export async function makePerson(
  { login, name }: Cast,
  { role, passwordHash, dice }: { role: Role; passwordHash: string; dice: Dice },
): Promise<Present> {
  const who: Present = { learnerId: dice.uuid(), sessionId: dice.uuid() };
  await transaction(async (client) => {
    const account = { id: who.learnerId, login, email: null, name, passwordHash, role };
    if (!(await insertAccount(client, account))) throw new Error(`there is a ${login} already`);
    await insertSession(client, { ...who, browser: 'Firefox on Linux', forgetOnLeave: false });
  });
  return who;
}

/** Nobody is signed in when the story is told. */
export async function endTheirSessions(learnerIds: readonly string[]): Promise<void> {
  await pool().query('DELETE FROM session WHERE learner_id = ANY($1::uuid[])', [learnerIds]);
}
