import type { PoolClient } from 'pg';
import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { pool } from '@/lib/db/pool';
import type { Evidence, KeptCard, LogEntry } from '@/lib/review/card';
import type { Tries } from '@/lib/review/stale-cards';

const columns = `card AS id, due, stability, difficulty, reps, lapses, last_review AS "lastReview", recent, missed, seen,
  last_attempt AS "lastAttempt"`;
/** Where an answer stands among all of a learner's; as text it sorts the same. */
const mark = `to_char(a.received_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || a.id`;

/** All cards of a learner, as they were last folded. */
export async function keptCards(learnerId: string): Promise<Map<string, KeptCard>> {
  const { rows } = await pool().query<KeptCard>({
    name: 'review-cards',
    text: `SELECT ${columns} FROM review_card WHERE learner_id = $1`,
    values: [learnerId],
  });
  return new Map(rows.map((card) => [card.id, card]));
}

/** Who folds, folds alone; nothing is kept of someone who is being erased. False: there is no such learner. */
export async function lockLearner(client: PoolClient, learnerId: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM learner WHERE id = $1 FOR NO KEY UPDATE', [learnerId]);
  return rowCount === 1;
}

/** A card with the mark of its last answer; without one there is nothing to go on from. */
export type StartedCard = KeptCard & { readonly mark: string | null };
export type Answer = Evidence & { readonly mark: string };

export async function startedCards(
  client: PoolClient,
  learnerId: string,
  cards: readonly string[],
): Promise<Map<string, StartedCard>> {
  const { rows } = await client.query<StartedCard>({
    name: 'review-started',
    text: `SELECT ${columns}, (SELECT ${mark} FROM attempt a WHERE a.learner_id = $1 AND a.id = last_attempt) AS mark
      FROM review_card WHERE learner_id = $1 AND card = ANY($2)`,
    values: [learnerId, cards],
  });
  return new Map(rows.map((card) => [card.id, card]));
}

type Row = { tries: number | null } & Answer;

/** Tries at these items and the graded answers to them, oldest first, seen in one moment; with `after`, only what came after that answer. */
export async function gradedAnswers(
  client: PoolClient,
  learnerId: string,
  items: readonly string[],
  after: string | null,
): Promise<{ tries: Tries; answers: Answer[] }> {
  const since = after
    ? 'AND (a.received_at, a.id) > (SELECT w.received_at, w.id FROM attempt w WHERE w.learner_id = $1 AND w.id = $3)'
    : '';
  const { rows } = await client.query<Row>({
    name: after ? 'review-answers-since' : 'review-answers',
    text: `SELECT s.item, s.tries, NULL::uuid AS attempt, NULL AS mark, NULL AS right, NULL AS help, NULL AS at, NULL AS withheld
      FROM item_state s WHERE s.learner_id = $1 AND s.item = ANY($2)
      UNION ALL (
      SELECT a.item, NULL, a.id, ${mark}, ${earned} >= ${possible}, a.help, a.received_at, a.withheld
      FROM ${gradedAttempts}
      WHERE a.learner_id = $1 AND a.item = ANY($2) AND ${earned} IS NOT NULL ${since}
      ORDER BY a.received_at, a.id)`,
    values: after ? [learnerId, items, after] : [learnerId, items],
  });
  return {
    tries: new Map(rows.flatMap(({ item, tries }) => (tries === null ? [] : [[item, tries]]))),
    answers: rows.filter(({ tries }) => tries === null),
  };
}

/**
 * Keeps cards and what was logged on the way to them; of cards that were folded anew the old log goes, and with it what is left of cards
 * that are called otherwise now (`gone`).
 */
export async function keepFold(
  client: PoolClient,
  learnerId: string,
  fold: { cards: readonly KeptCard[]; log: readonly LogEntry[]; anew: readonly string[]; gone?: readonly string[] },
): Promise<void> {
  const { gone = [] } = fold;
  if (gone.length > 0)
    await client.query({
      name: 'review-forget-cards',
      text: 'DELETE FROM review_card WHERE learner_id = $1 AND card = ANY($2)',
      values: [learnerId, gone],
    });
  if (fold.anew.length + gone.length > 0)
    await client.query({
      name: 'review-forget-log',
      text: 'DELETE FROM review_log WHERE learner_id = $1 AND card = ANY($2)',
      values: [learnerId, [...fold.anew, ...gone]],
    });
  await client.query({
    name: 'review-keep-fold',
    text: `WITH logged AS (
        INSERT INTO review_log SELECT $1, r.* FROM json_to_recordset($2) AS r(
          attempt uuid, card text, item text, rating text, at timestamptz, "elapsedDays" int, "scheduledDays" int,
          due timestamptz, stability float8, difficulty float8, reps int, lapses int)
        ON CONFLICT (learner_id, attempt_id) DO UPDATE SET
          card = excluded.card, item = excluded.item, rating = excluded.rating, reviewed_at = excluded.reviewed_at,
          elapsed_days = excluded.elapsed_days, scheduled_days = excluded.scheduled_days, due_before = excluded.due_before,
          stability_before = excluded.stability_before, difficulty_before = excluded.difficulty_before,
          reps_before = excluded.reps_before, lapses_before = excluded.lapses_before)
      INSERT INTO review_card SELECT $1, r.* FROM json_to_recordset($3) AS r(
        id text, due timestamptz, stability float8, difficulty float8, reps int, lapses int, "lastReview" timestamptz,
        recent jsonb, missed jsonb, seen jsonb, "lastAttempt" uuid)
      ON CONFLICT (learner_id, card) DO UPDATE SET
        due = excluded.due, stability = excluded.stability, difficulty = excluded.difficulty, reps = excluded.reps,
        lapses = excluded.lapses, last_review = excluded.last_review, recent = excluded.recent, missed = excluded.missed,
        seen = excluded.seen, last_attempt = excluded.last_attempt`,
    values: [
      learnerId,
      JSON.stringify(fold.log.map(({ before, ...entry }) => ({ ...entry, ...before }))),
      JSON.stringify(fold.cards),
    ],
  });
}
