import type { PoolClient } from 'pg';
import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import type { CountedAnswer } from '@/lib/gradebook/lesson-score';
import type { TaughtLesson, TaughtLessons } from '@/lib/gradebook/taught-lessons';

/** An answer, whose it is, and the one class that may count it; null: every class of the learner. */
export type LearnersAnswer = CountedAnswer & {
  readonly learnerId: string;
  readonly lesson: TaughtLesson;
  readonly onlyClass: string | null;
};

type Row = {
  learner_id: string;
  item: string;
  class_id: string | null;
  earned: number | null;
  possible: number;
  waiting: boolean;
  withheld: boolean;
  help: number;
  received_at: Date;
  before: Date | null;
  chosen: unknown;
  misconception: string | null;
  landmark: string | null;
};

const answeredBefore =
  '(SELECT max(p.received_at) FROM attempt p WHERE p.learner_id = a.learner_id AND p.received_at < a.received_at)';
/** The same, where every answer of the learner is read anyway. */
const answeredBeforeInAll = `max(a.received_at) OVER (PARTITION BY a.learner_id ORDER BY a.received_at
  RANGE BETWEEN UNBOUNDED PRECEDING AND interval '1 microsecond' PRECEDING)`;

/**
 * What these learners answered, in the order in which it came: in one lesson, or in all. In graded work of a class it counts for that class.
 * `before` looks at every answer of the learner: who reads another lesson in between has not been thinking about this one.
 */
export async function answersOf(
  client: Pick<PoolClient, 'query'>,
  taught: TaughtLessons,
  learnerIds: readonly string[],
  lesson?: TaughtLesson,
): Promise<LearnersAnswer[]> {
  const items = lesson && [...lesson.stored.keys()];
  const chosenFrom = lesson ? lesson.chosenFrom : [...taught.lessons.values()].flatMap((one) => one.chosenFrom);
  const { rows } = await client.query<Row>({
    name: items ? 'answers-in-lesson' : 'answers-in-all',
    text: `SELECT a.learner_id, a.item, w.class_id, ${earned} AS earned, ${possible} AS possible, a.withheld, a.help, a.received_at,
        ${earned} IS NULL AND (a.detail ? 'received' OR EXISTS (
          SELECT FROM deferred_replay d WHERE d.learner_id = a.learner_id AND d.attempt_id = a.id)) AS waiting,
        greatest(${items ? answeredBefore : answeredBeforeInAll},
          (SELECT s.opened_at FROM sitting s WHERE s.learner_id = a.learner_id AND s.id = a.sitting_id),
          (SELECT d.opened_at FROM draw d WHERE d.learner_id = a.learner_id AND d.id = a.draw_id)) AS before,
        CASE WHEN a.item = ANY($2) THEN coalesce(a.response->'choice', a.response->'choices', a.response->'places') END AS chosen,
        coalesce(g.detail, a.detail)->>'misconception' AS misconception, coalesce(g.detail, a.detail)->>'landmark' AS landmark
      FROM ${gradedAttempts} LEFT JOIN assignment w ON w.id = a.assignment_id
      WHERE a.learner_id = ANY($1) ${items ? 'AND a.item = ANY($3)' : ''}
      ORDER BY a.learner_id, a.received_at, a.seq, a.id`,
    values: items ? [learnerIds, chosenFrom, items] : [learnerIds, chosenFrom],
  });
  return rows.flatMap((row) => {
    const home = lesson ?? taught.lessonOf(row.item);
    const local = home?.stored.get(row.item);
    return home && local !== undefined ? [toAnswer(row, home, local)] : [];
  });
}

function toAnswer(row: Row, lesson: TaughtLesson, local: string): LearnersAnswer {
  return {
    learnerId: row.learner_id,
    lesson,
    onlyClass: row.class_id,
    local,
    earned: row.earned,
    possible: row.possible,
    waiting: row.waiting,
    withheld: row.withheld,
    help: row.help,
    receivedAt: row.received_at,
    before: row.before,
    chosen: namesIn(row.chosen),
    misconception: row.misconception ?? undefined,
    landmark: row.landmark ?? undefined,
  };
}

/** A choice, several, or parts in places, as `choicesIn` (lib/analysis) names them. What an older kind of the question kept reads alike. */
function namesIn(chosen: unknown): readonly string[] {
  if (typeof chosen === 'string') return [chosen];
  if (Array.isArray(chosen)) return chosen.filter((name) => typeof name === 'string');
  if (chosen === null || typeof chosen !== 'object') return [];
  return Object.entries(chosen).map(([part, place]) => `${part}>${place}`);
}
