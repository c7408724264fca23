import { enrol, type NewMember } from '@/lib/classes/enrol-store';
import { newPseudonym } from '@/lib/classes/pseudonym';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import type { Locale } from '@/lib/words/locale';
import type { Dice } from './dice';

export type MadeClass = {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly paths: readonly string[];
  readonly groups: readonly string[];
  readonly joinCode: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** A class as it stands in the table. */
export async function makeClass(made: MadeClass): Promise<void> {
  await pool().query(
    `INSERT INTO class (id, name, locale, time_zone, paths, join_code, made_by, created_at, groups)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [made.id, made.name, made.locale, made.timeZone, made.paths, made.joinCode, made.madeBy, made.madeAt, made.groups],
  );
}

/** Takes people in at a day of the past, under pseudonyms by these dice. */
export async function takeIn(classId: string, members: readonly NewMember[], at: Date, dice: Dice): Promise<void> {
  const taken = new Set<string>();
  await transaction(async (client) => {
    await enrol(client, classId, members, 'staff');
    for (const { learnerId } of members)
      await client.query(
        'UPDATE enrolment SET enrolled_at = $3, pseudonym = $4 WHERE class_id = $1 AND learner_id = $2',
        [classId, learnerId, at, newPseudonym(taken, (below) => dice.below(below))],
      );
  });
}
