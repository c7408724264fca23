import type { PoolClient } from 'pg';
import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { pool } from '@/lib/db/pool';
import type { Marks, Queued } from '@/lib/gradebook/marking';

/** Of whom a class may mark which answers: as `ClassWork`, for all of its learners. */
export type MarkedClass = { readonly classId: string; readonly practice: readonly string[] | null };

/** SQL: answers (`a`) of the class's learners (`e`) that the class may see, to questions that a person marks. $1: the class, $2: its lessons. */
const answers = `attempt a JOIN enrolment e ON e.learner_id = a.learner_id AND e.class_id = $1 AND e.role = 'learner'
    AND CASE WHEN a.assignment_id IS NULL THEN e.left_at IS NULL AND ($2::text[] IS NULL OR regexp_replace(a.item, '/[^/]*$', '') = ANY($2))
      ELSE EXISTS (SELECT FROM assignment w WHERE w.id = a.assignment_id AND w.class_id = $1) END
  LEFT JOIN grade g ON g.learner_id = a.learner_id AND g.attempt_id = a.id AND g.key_revision = 0 AND g.earned IS NOT NULL
  LEFT JOIN marking_desk d ON d.learner_id = a.learner_id AND d.attempt_id = a.id`;

/** Everything that was ever asked of a person to mark. */
const markedItems = `(SELECT DISTINCT item FROM question_version
  WHERE secret_form->'question'->>'kind' = 'written' AND secret_form->'question'->>'marked' = 'person') q`;

export type QueueCount = {
  readonly item: string;
  readonly waiting: number;
  readonly marked: number;
  readonly flagged: number;
  /** Any answer's, by which the question can be found again. */
  readonly version: string;
  readonly keyRevision: number;
};

/** The questions of which a class has answers, and how many of them wait. */
export async function markingQueues({ classId, practice }: MarkedClass): Promise<QueueCount[]> {
  const { rows } = await pool().query<QueueCount>({
    name: 'marking-queues',
    text: `SELECT a.item, count(*) FILTER (WHERE g.attempt_id IS NULL)::int AS waiting, count(g.attempt_id)::int AS marked,
        count(d.flagged_at)::int AS flagged, max(a.version) AS version,
        (array_agg(a.key_revision ORDER BY a.version DESC, a.key_revision DESC))[1] AS "keyRevision"
      FROM ${markedItems} JOIN (${answers}) ON a.item = q.item AND a.earned IS NULL
      GROUP BY a.item ORDER BY waiting DESC, a.item`,
    values: [classId, practice],
  });
  return rows;
}

/** The answers to one question, the first that came first. `asker`: what they have before themselves is free to them. */
export async function markingQueue(
  { classId, practice }: MarkedClass,
  item: string,
  asker: string,
  most: number,
): Promise<Queued[]> {
  const { rows } = await pool().query<Queued>({
    name: 'marking-queue',
    text: `SELECT a.id AS "attemptId", a.learner_id AS "learnerId", g.attempt_id IS NOT NULL AS "isMarked", d.flagged_at IS NOT NULL AS "isFlagged",
        CASE WHEN d.held_until > clock_timestamp() AND d.held_by <> $4 THEN d.held_by END AS "heldBy"
      FROM ${answers} WHERE a.item = $3 AND a.earned IS NULL AND a.detail ? 'received'
      ORDER BY a.received_at, a.id LIMIT $5`,
    values: [classId, practice, item, asker, most],
  });
  return rows;
}

/** Puts an answer before somebody for ten minutes. Whoever has it before them already is returned, and keeps it. */
export async function holdAnswer(learnerId: string, attemptId: string, by: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ heldBy: string }>(
    `INSERT INTO marking_desk AS d (learner_id, attempt_id, held_by, held_until)
     VALUES ($1, $2, $3, clock_timestamp() + interval '10 minutes')
     ON CONFLICT (learner_id, attempt_id) DO UPDATE SET
       held_by = CASE WHEN d.held_until > clock_timestamp() THEN d.held_by ELSE excluded.held_by END,
       held_until = CASE WHEN d.held_until > clock_timestamp() AND d.held_by <> excluded.held_by THEN d.held_until ELSE excluded.held_until END
     RETURNING held_by AS "heldBy"`,
    [learnerId, attemptId, by],
  );
  const [row] = rows;
  return row && row.heldBy !== by ? row.heldBy : undefined;
}

/** Says that somebody else should look at an answer, or that nobody has to any more; it is before nobody then. */
export async function flagAnswer(
  learnerId: string,
  attemptId: string,
  by: string,
  flag: { readonly note: string } | null,
): Promise<void> {
  await pool().query(
    `INSERT INTO marking_desk (learner_id, attempt_id, flagged_by, flagged_at, flag_note)
     VALUES ($1, $2, $3, CASE WHEN $4::text IS NOT NULL THEN clock_timestamp() END, coalesce($4, ''))
     ON CONFLICT (learner_id, attempt_id) DO UPDATE SET held_by = NULL, held_until = NULL, flagged_by = excluded.flagged_by,
       flagged_at = excluded.flagged_at, flag_note = excluded.flag_note`,
    [learnerId, attemptId, by, flag?.note ?? null],
  );
}

export type MarkingEntry = {
  /** Counted from 1 for each answer; the highest stands. */
  readonly revision: number;
  readonly kind: 'marked' | 'undone';
  readonly points: Marks;
  readonly earned: number | null;
  readonly possible: number;
  readonly comment: string;
  readonly markedBy: string;
  readonly markedAt: Date;
};

const entryColumns = `revision, kind, points, earned, possible, comment, marked_by AS "markedBy", marked_at AS "markedAt"`;

/** How an answer was marked, the latest first. */
export async function markingsOf(learnerId: string, attemptId: string): Promise<MarkingEntry[]> {
  const { rows } = await pool().query<MarkingEntry>(
    `SELECT ${entryColumns} FROM marking WHERE learner_id = $1 AND attempt_id = $2 ORDER BY revision DESC`,
    [learnerId, attemptId],
  );
  return rows;
}

export type NewMarking = Omit<MarkingEntry, 'revision' | 'markedAt'> & {
  readonly learnerId: string;
  readonly attemptId: string;
  readonly classId: string;
  /** The revision that whoever marks has seen; 0: nobody had marked it. */
  readonly follows: number;
};

/** Writes a marking down, unless somebody has marked since: then it says how, and nothing is written. */
export async function insertMarking(
  client: PoolClient,
  marking: NewMarking,
): Promise<MarkingEntry | undefined | 'written'> {
  const { learnerId, attemptId, follows, classId, kind, points, earned, possible, comment, markedBy } = marking;
  const { rowCount } = await client.query(
    `INSERT INTO marking (learner_id, attempt_id, revision, class_id, kind, points, earned, possible, comment, marked_by)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
     WHERE $3 = 1 + (SELECT coalesce(max(revision), 0) FROM marking WHERE learner_id = $1 AND attempt_id = $2)
     ON CONFLICT DO NOTHING`,
    [learnerId, attemptId, follows + 1, classId, kind, JSON.stringify(points), earned, possible, comment, markedBy],
  );
  if (rowCount === 1) return 'written';
  const { rows } = await client.query<MarkingEntry>(
    `SELECT ${entryColumns} FROM marking WHERE learner_id = $1 AND attempt_id = $2 ORDER BY revision DESC LIMIT 1`,
    [learnerId, attemptId],
  );
  return rows[0];
}

/** Puts a person's grade beside an attempt, in place of the one that a person had given. The desk is cleared. */
export async function putPersonsGrade(client: PoolClient, marking: NewMarking): Promise<void> {
  const { learnerId, attemptId, earned, possible, points, markedBy } = marking;
  await client.query(
    `INSERT INTO grade AS g (learner_id, attempt_id, key_revision, earned, possible, detail, credit, graded_by)
     SELECT $1, $2, 0, $3, $4, a.detail || $5::jsonb,
       $3::float8 / $4::float8 * credit_factor(a.turn::int, s.credit, s.due_at, s.late_credit, a.received_at), $6
     FROM attempt a LEFT JOIN sitting s ON s.learner_id = $1 AND s.id = a.sitting_id
     WHERE a.learner_id = $1 AND a.id = $2
     ON CONFLICT (learner_id, attempt_id, key_revision) DO UPDATE SET earned = excluded.earned, possible = excluded.possible,
       detail = excluded.detail, credit = excluded.credit, graded_by = excluded.graded_by, graded_at = clock_timestamp(),
       xact = pg_current_xact_id()`,
    [learnerId, attemptId, earned, possible, JSON.stringify({ criteria: points }), markedBy],
  );
  await clearDesk(client, learnerId, attemptId);
}

/** Takes a person's grade back: the answer waits again. The row stays, without points, so that folds notice. */
export async function takePersonsGrade(
  client: PoolClient,
  learnerId: string,
  attemptId: string,
  by: string,
): Promise<void> {
  await client.query(
    `UPDATE grade SET earned = NULL, credit = NULL, graded_by = $3, graded_at = clock_timestamp(), xact = pg_current_xact_id()
     WHERE learner_id = $1 AND attempt_id = $2 AND key_revision = 0`,
    [learnerId, attemptId, by],
  );
  await clearDesk(client, learnerId, attemptId);
}

async function clearDesk(client: PoolClient, learnerId: string, attemptId: string): Promise<void> {
  await client.query('DELETE FROM marking_desk WHERE learner_id = $1 AND attempt_id = $2', [learnerId, attemptId]);
}

/** A learner's standing on an item, counted anew from what is graded; none when nothing is. */
export async function countItemAgain(client: PoolClient, learnerId: string, item: string): Promise<void> {
  await client.query('DELETE FROM item_state WHERE learner_id = $1 AND item = $2', [learnerId, item]);
  await client.query(
    `WITH shares AS (
       SELECT a.id, a.received_at, a.withheld, ${earned} / ${possible} AS share FROM ${gradedAttempts}
       WHERE a.learner_id = $1 AND a.item = $2)
     INSERT INTO item_state (learner_id, item, tries, best, last, last_at)
     SELECT $1, $2, count(*), coalesce(max(share) FILTER (WHERE NOT withheld), 0),
       coalesce((array_agg(share ORDER BY received_at DESC, id DESC) FILTER (WHERE NOT withheld))[1], 0), max(received_at)
     FROM shares WHERE share IS NOT NULL HAVING count(*) > 0`,
    [learnerId, item],
  );
}

/** Who has flagged an answer, and what for; undefined: nobody. */
export async function deskOf(
  learnerId: string,
  attemptId: string,
): Promise<{ readonly flaggedBy: string; readonly note: string } | undefined> {
  const { rows } = await pool().query<{ flaggedBy: string; note: string }>(
    `SELECT flagged_by AS "flaggedBy", flag_note AS note FROM marking_desk
     WHERE learner_id = $1 AND attempt_id = $2 AND flagged_at IS NOT NULL`,
    [learnerId, attemptId],
  );
  return rows[0];
}
