import type { Assignment } from '@/lib/attempts/assignment';
import { type AssignmentRow, toAssignment } from '@/lib/attempts/assignment-store';
import { pool } from '@/lib/db/pool';

/** An assignment of one of a learner's classes. */
export type SetToMe = {
  readonly assignment: Assignment;
  readonly className: string;
  readonly timeZone: string;
  readonly isArchived: boolean;
  /** They have left the class since. */
  readonly hasLeft: boolean;
};

type Row = AssignmentRow & {
  class_name: string;
  time_zone: string;
  archived: boolean;
  left_at: Date | null;
  now: Date;
};

const mostShown = 300;

/**
 * What was set in all classes of a learner. Of work that was withdrawn, of archived classes and of classes they have left, only what they
 * began: what was answered stays readable.
 */
export async function setToLearner(learnerId: string): Promise<{ work: SetToMe[]; isMember: boolean; now: Date }> {
  const { rows } = await pool().query<Row>({
    name: 'set-to-learner',
    text: `SELECT a.*, c.name AS class_name, c.time_zone, c.archived_at IS NOT NULL AS archived, e.left_at, clock_timestamp() AS now
      FROM enrolment e JOIN class c ON c.id = e.class_id JOIN assignment a ON a.class_id = c.id
      WHERE e.learner_id = $1 AND e.role = 'learner'
        AND ((a.withdrawn_at IS NULL AND c.archived_at IS NULL AND e.left_at IS NULL)
          OR EXISTS (SELECT FROM sitting s WHERE s.learner_id = e.learner_id AND s.assignment_id = a.id))
      ORDER BY a.due_at DESC, a.created_at DESC, a.id LIMIT $2`,
    values: [learnerId, mostShown],
  });
  const work = rows.map(
    (row): SetToMe => ({
      assignment: toAssignment(row),
      className: row.class_name,
      timeZone: row.time_zone,
      isArchived: row.archived,
      hasLeft: row.left_at !== null,
    }),
  );
  const asked = await pool().query<{ member: boolean; now: Date }>(
    `SELECT EXISTS (SELECT FROM enrolment e JOIN class c ON c.id = e.class_id
       WHERE e.learner_id = $1 AND e.left_at IS NULL AND c.archived_at IS NULL) AS member, clock_timestamp() AS now`,
    [learnerId],
  );
  return { work, isMember: asked.rows[0]?.member ?? false, now: asked.rows[0]?.now ?? new Date() };
}
