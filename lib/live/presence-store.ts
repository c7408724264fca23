import { pool } from '@/lib/db/pool';

/** How long somebody counts as there after they were last seen; streams say so three times in this time. */
export const presentSeconds = 45;

/** These learners have the room of these classes before them, pair by pair. */
export async function markPresent(pairs: readonly { learnerId: string; classId: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  await pool().query({
    name: 'live-present',
    text: `INSERT INTO room_presence AS p (learner_id, class_id)
      SELECT DISTINCT learner, class FROM unnest($1::uuid[], $2::uuid[]) AS here(learner, class)
        JOIN enrolment e ON e.learner_id = learner AND e.class_id = class AND e.left_at IS NULL AND e.role = 'learner'
      ORDER BY 1, 2
      ON CONFLICT (learner_id, class_id) DO UPDATE SET seen_at = clock_timestamp()`,
    values: [pairs.map(({ learnerId }) => learnerId), pairs.map(({ classId }) => classId)],
  });
}

/** These have gone, and have it open nowhere else as far as this process knows. */
export async function markGone(pairs: readonly { learnerId: string; classId: string }[]): Promise<void> {
  if (pairs.length === 0) return;
  await pool().query({
    name: 'live-gone',
    text: `DELETE FROM room_presence p USING unnest($1::uuid[], $2::uuid[]) AS gone(learner, class)
      WHERE p.learner_id = learner AND p.class_id = class`,
    values: [pairs.map(({ learnerId }) => learnerId), pairs.map(({ classId }) => classId)],
  });
}
