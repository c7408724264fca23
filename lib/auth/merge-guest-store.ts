import type { PoolClient } from 'pg';
import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { eraseLearnerRows } from '@/lib/auth/erase-learner-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** How many attempts a learner has handed in. */
export async function countAnswers(learnerId: string): Promise<number> {
  const { rows } = await pool().query('SELECT count(*)::int AS count FROM attempt WHERE learner_id = $1', [learnerId]);
  return rows[0]?.count ?? 0;
}

/**
 * Gives a guest's answers to an account and erases the guest, all or nothing. False: that guest is no longer one.
 * The guest's tries count after the account's own; an answer that both hold (sent again after signing in) counts once.
 */
export function mergeGuest(guestId: string, accountId: string): Promise<boolean> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [guestId, accountId]);
    const { rowCount } = await client.query('SELECT FROM learner WHERE id = $1 AND login IS NULL FOR UPDATE', [
      guestId,
    ]);
    if (rowCount !== 1) return false;
    const both = [guestId, accountId];
    for (const move of MOVES) await client.query(move, both);
    await rebuildItemStates(client, guestId, accountId);
    // Folds count what they have seen: they are thrown away and made again on the next look.
    await client.query('DELETE FROM review_card WHERE learner_id = $1', [accountId]);
    await client.query('DELETE FROM review_log WHERE learner_id = $1', [accountId]);
    await eraseLearnerRows(client, guestId);
    return true;
  });
}

/**
 * $1 the guest, $2 the account. Every table with a `learner_id` is named here, in the folds above, or cascades (see the test). What classes have
 * counted of the guest leaves with the guest, and answers that come to the account are counted like any others: nothing is taken
 * FROM lesson_score, FROM class_standing, FROM class_fence or FROM fold_touch.
 */
const MOVES = [
  // `xact` is new, so that folds over many learners, which follow the order of commits, see the moved attempts.
  `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, detail, seq, answered_at, received_at,
     draw_id, sitting_id, assignment_id, help, credit, turn, withheld)
   SELECT $2, id, item, version, key_revision,
     -- One that is not graded yet has no place among the tries.
     CASE WHEN earned IS NULL THEN 0 ELSE
       coalesce((SELECT max(own.ordinal) FROM attempt own WHERE own.learner_id = $2 AND own.item = guest.item), 0)
         + row_number() OVER (PARTITION BY item, earned IS NULL ORDER BY ordinal, received_at, id) END,
     response, earned, possible, detail, seq, answered_at, received_at,
     draw_id, sitting_id, assignment_id, help, credit, turn, withheld
   FROM attempt guest WHERE learner_id = $1
     AND NOT EXISTS (SELECT FROM attempt own WHERE own.learner_id = $2 AND own.id = guest.id)`,
  `INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, detail, credit, graded_at, graded_by, audit_id)
   SELECT $2, attempt_id, key_revision, earned, possible, detail, credit, graded_at, graded_by, audit_id FROM grade WHERE learner_id = $1
   ON CONFLICT DO NOTHING`,
  `INSERT INTO deferred_replay (learner_id, attempt_id, tries, due_at)
   SELECT $2, attempt_id, tries, due_at FROM deferred_replay WHERE learner_id = $1 ON CONFLICT DO NOTHING`,
  // The later place wins; a lesson that either has finished is finished.
  `INSERT INTO place (learner_id, lesson, heading, at, done_at)
   SELECT $2, lesson, heading, at, done_at FROM place WHERE learner_id = $1
   ON CONFLICT (learner_id, lesson) DO UPDATE SET
     heading = CASE WHEN excluded.at > place.at THEN excluded.heading ELSE place.heading END,
     at = greatest(place.at, excluded.at),
     done_at = least(place.done_at, excluded.done_at)`,
  // Of two open draws of an item the account's own stays; the guest's is erased with the guest.
  `INSERT INTO draw (learner_id, id, item, version, key_revision, seed, sitting_id, opened_at, attempt_id)
   SELECT $2, id, item, version, key_revision, seed, sitting_id, opened_at, attempt_id FROM draw WHERE learner_id = $1
   ON CONFLICT DO NOTHING`,
  `INSERT INTO help (learner_id, item, version, number, draw_id, first_at, told_at)
   SELECT $2, item, version, number, draw_id, first_at, told_at FROM help WHERE learner_id = $1
   ON CONFLICT (learner_id, item, version, number) DO UPDATE SET
     first_at = least(help.first_at, excluded.first_at), told_at = greatest(help.told_at, excluded.told_at)`,
  `INSERT INTO sitting (learner_id, id, kind, lesson, assignment_id, policy, tries, credit, withheld, items, seed, opened_at, due_at,
     late_credit, closes_at, accepts_until, handed_in_at)
   SELECT $2, id, kind, lesson, assignment_id, policy, tries, credit, withheld, items, seed, opened_at, due_at,
     late_credit, closes_at, accepts_until, handed_in_at FROM sitting WHERE learner_id = $1
   ON CONFLICT DO NOTHING`,
  // A guest is in no class; were one, the account would be.
  `INSERT INTO enrolment (learner_id, class_id, role, group_name, enrolled_at, left_at)
   SELECT $2, class_id, role, group_name, enrolled_at, left_at FROM enrolment WHERE learner_id = $1
   ON CONFLICT DO NOTHING`,
  `INSERT INTO assignment_extension (assignment_id, id, learner_id, group_name, due_at, time_factor)
   SELECT assignment_id, gen_random_uuid(), $2, group_name, due_at, time_factor FROM assignment_extension WHERE learner_id = $1`,
  // Nor does a guest wait before one.
  'DELETE FROM join_request WHERE learner_id = $1 AND learner_id <> $2',
  // Nor is a guest in a room; votes go where their attempts go.
  `INSERT INTO room_vote (learner_id, round, class_id, attempt_id, response, share, at)
   SELECT $2, round, class_id, attempt_id, response, share, at FROM room_vote WHERE learner_id = $1 ON CONFLICT DO NOTHING`,
  'DELETE FROM room_event WHERE learner_id = $1 AND learner_id <> $2',
  'DELETE FROM room_hand WHERE learner_id = $1 AND learner_id <> $2',
  'DELETE FROM room_presence WHERE learner_id = $1 AND learner_id <> $2',
  // Nor does a school's system know a guest.
  'DELETE FROM lti_launch WHERE learner_id = $1 AND learner_id <> $2',
  'DELETE FROM lti_member WHERE learner_id = $1 AND learner_id <> $2',
  'DELETE FROM lti_score WHERE learner_id = $1 AND learner_id <> $2',
  // What was told of a guest was told of somebody else.
  'DELETE FROM told_statement WHERE learner_id = $1 AND learner_id <> $2',
  // What the account has set stands.
  `INSERT INTO learner_setting (learner_id, review_minutes, time_zone)
   SELECT $2, review_minutes, time_zone FROM learner_setting WHERE learner_id = $1
   ON CONFLICT (learner_id) DO UPDATE SET
     review_minutes = coalesce(learner_setting.review_minutes, excluded.review_minutes),
     time_zone = coalesce(learner_setting.time_zone, excluded.time_zone)`,
  `INSERT INTO draft (learner_id, item, version, body, at, updated_at)
   SELECT $2, item, version, body, at, updated_at FROM draft WHERE learner_id = $1
   ON CONFLICT (learner_id, item) DO UPDATE SET
     version = excluded.version, body = excluded.body, at = greatest(draft.at, excluded.at), updated_at = excluded.updated_at
   WHERE excluded.updated_at > draft.updated_at`,
  // Ids are the client's own: the same note on both sides is one note, and the one that was changed more often stays.
  `INSERT INTO note (learner_id, id, lesson, heading, kind, text, anchor, revision, removed, conflict_of, edited_at)
   SELECT $2, id, lesson, heading, kind, text, anchor, revision, removed, conflict_of, edited_at FROM note WHERE learner_id = $1
   ON CONFLICT (learner_id, id) DO UPDATE SET text = excluded.text, anchor = excluded.anchor, revision = excluded.revision,
     removed = excluded.removed, edited_at = excluded.edited_at
   WHERE excluded.revision > note.revision`,
  `INSERT INTO report (learner_id, id, item, version, kind, text, state, locale, reported_at)
   SELECT $2, id, item, version, kind, text, state, locale, reported_at FROM report WHERE learner_id = $1
   ON CONFLICT DO NOTHING`,
  `INSERT INTO report_settlement (learner_id, report_id, class_id, note, settled_by, settled_at)
   SELECT $2, report_id, class_id, note, settled_by, settled_at FROM report_settlement WHERE learner_id = $1 ON CONFLICT DO NOTHING`,
  // Of what staff decided, the account's own stands.
  `INSERT INTO grade_override (learner_id, class_id, grade_column, revision, kind, share, reason, decided_by, decided_at)
   SELECT $2, class_id, grade_column, revision, kind, share, reason, decided_by, decided_at FROM grade_override guest WHERE learner_id = $1
     AND NOT EXISTS (SELECT FROM grade_override own WHERE own.learner_id = $2 AND own.class_id = guest.class_id
       AND own.grade_column = guest.grade_column)`,
  `INSERT INTO comment (learner_id, id, class_id, grade_column, attempt_id, text, is_told, written_by, written_at, removed_by, removed_at)
   SELECT $2, id, class_id, grade_column, attempt_id, text, is_told, written_by, written_at, removed_by, removed_at
   FROM comment WHERE learner_id = $1 ON CONFLICT DO NOTHING`,
  `INSERT INTO marking (learner_id, attempt_id, revision, class_id, kind, points, earned, possible, comment, marked_by, marked_at)
   SELECT $2, attempt_id, revision, class_id, kind, points, earned, possible, comment, marked_by, marked_at
   FROM marking WHERE learner_id = $1 ON CONFLICT DO NOTHING`,
  `INSERT INTO marking_desk (learner_id, attempt_id, flagged_by, flagged_at, flag_note)
   SELECT $2, attempt_id, flagged_by, flagged_at, flag_note FROM marking_desk WHERE learner_id = $1 ON CONFLICT DO NOTHING`,
  // What is open at the practice server goes on under the same token; of two for one task the account's own does.
  `UPDATE practice guest SET learner_id = $2 WHERE learner_id = $1 AND NOT EXISTS (
     SELECT FROM practice own WHERE own.learner_id = $2 AND own.item = guest.item)`,
  `UPDATE calendar_address guest SET learner_id = $2 WHERE learner_id = $1 AND NOT EXISTS (
     SELECT FROM calendar_address own WHERE own.learner_id = $2)`,
  // A guest has none; an account that became one again keeps what was issued.
  `UPDATE certificate guest SET learner_id = $2 WHERE learner_id = $1 AND NOT EXISTS (
     SELECT FROM certificate own WHERE own.learner_id = $2 AND own.path = guest.path AND own.revoked_at IS NULL)`,
] as const;

/** Counts the account's standing anew on every item that the guest had touched, from the attempts. */
async function rebuildItemStates(client: PoolClient, guestId: string, accountId: string): Promise<void> {
  await client.query(
    `WITH shares AS (
       SELECT a.item, a.received_at, a.withheld, ${earned} / ${possible} AS share
       FROM ${gradedAttempts}
       WHERE a.learner_id = $2 AND a.item IN (SELECT item FROM attempt WHERE learner_id = $1))
     INSERT INTO item_state (learner_id, item, tries, best, last, last_at)
     SELECT $2, item, count(*), coalesce(max(share) FILTER (WHERE NOT withheld), 0),
       coalesce((array_agg(share ORDER BY received_at DESC) FILTER (WHERE NOT withheld))[1], 0), max(received_at)
     FROM shares WHERE share IS NOT NULL GROUP BY item
     ON CONFLICT (learner_id, item) DO UPDATE SET
       tries = excluded.tries, best = excluded.best, last = excluded.last, last_at = excluded.last_at`,
    [guestId, accountId],
  );
}
