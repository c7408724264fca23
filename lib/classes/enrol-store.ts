import type { PoolClient } from 'pg';
import type { ClassRole } from '@/lib/access/class-access';
import { freePseudonyms } from '@/lib/classes/pseudonym-store';

/** How somebody came into the class: by themselves with its code, by its staff, from a roster file, from a school's system. */
export type CameBy = 'code' | 'staff' | 'roster' | 'school';

export type NewMember = {
  readonly learnerId: string;
  readonly role: ClassRole;
  readonly group?: string | null;
  readonly externalId?: string | null;
};

/**
 * Takes people into a class, in the caller's transaction; every way into a class comes through here. Who was here before and left is here
 * again, under the pseudonym they had. Who is a member stays what they are. Returns those who are new or back.
 */
export async function enrol(
  client: Pick<PoolClient, 'query'>,
  classId: string,
  members: readonly NewMember[],
  cameBy: CameBy,
): Promise<string[]> {
  if (members.length === 0) return [];
  // One at a time: pseudonyms are told apart, and a cap on members is kept.
  await client.query('SELECT FROM class WHERE id = $1 FOR UPDATE', [classId]);
  const pseudonyms = await freePseudonyms(client, classId, members.length);
  const { rows: enrolled } = await client.query<{ learner_id: string }>(
    `INSERT INTO enrolment AS e (learner_id, class_id, role, group_name, external_id, pseudonym, came_by)
     SELECT learner_id, $1, role::"ClassRole", group_name, external_id, pseudonym, $2
     FROM jsonb_to_recordset($3) AS new(learner_id uuid, role text, group_name text, external_id text, pseudonym text)
     ON CONFLICT (learner_id, class_id) DO UPDATE SET left_at = NULL, role = excluded.role, came_by = excluded.came_by,
       group_name = coalesce(excluded.group_name, e.group_name), external_id = coalesce(excluded.external_id, e.external_id),
       pseudonym = coalesce(e.pseudonym, excluded.pseudonym)
     WHERE e.left_at IS NOT NULL
     RETURNING learner_id`,
    [
      classId,
      cameBy,
      JSON.stringify(
        members.map(({ learnerId, role, group, externalId }, at) => ({
          learner_id: learnerId,
          role,
          group_name: group ?? null,
          external_id: externalId ?? null,
          pseudonym: pseudonyms[at],
        })),
      ),
    ],
  );
  const learners = enrolled.map(({ learner_id }) => learner_id);
  await client.query('DELETE FROM join_request WHERE class_id = $1 AND learner_id = ANY($2::uuid[])', [
    classId,
    learners,
  ]);
  return learners;
}
