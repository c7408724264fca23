import type { PracticeUnit } from '@/lib/assignments/practice-units';
import type { Standing, WorkState } from '@/lib/assignments/standing';
import { correctedItems } from '@/lib/attempts/corrected-items-store';
import { bookedAttempts, earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { pool } from '@/lib/db/pool';

/** Whose standing is asked for: everybody who learns in the class, or these learners, also those who have left. */
export type Asked = {
  readonly classId: string;
  readonly assignmentId: string;
  readonly learnerIds?: readonly string[];
};

/** SQL: who learns in the class of assignment $2, with the kindest that they were given. $3: these learners alone, or null. */
const members = `SELECT e.learner_id, e.left_at, given.due_at, given.time_factor
  FROM assignment w JOIN enrolment e ON e.class_id = w.class_id AND e.role = 'learner' AND (e.left_at IS NULL OR e.learner_id = ANY($3))
    CROSS JOIN LATERAL (SELECT greatest(w.due_at, max(x.due_at)) AS due_at, greatest(1, max(x.time_factor)) AS time_factor
      FROM assignment_extension x WHERE x.assignment_id = w.id AND (x.learner_id = e.learner_id OR x.group_name = e.group_name)) given
  WHERE w.class_id = $1 AND w.id = $2 AND ($3::uuid[] IS NULL OR e.learner_id = ANY($3))`;

type Row = {
  learnerId: string;
  dueAt: Date;
  timeFactor: number;
  begunAt: Date | null;
  doneAt: Date | null;
  lastAt: Date | null;
};

type QuizRow = Row & { sittingId: string | null; earned: number; credited: number; possible: number; waiting: number };

/**
 * How far with a quiz: of each item the best try counts, and what was not answered earned nothing. What the class has dropped is left out, and
 * what it gives full credit for counts in full for whoever began.
 */
export async function quizStandings({ classId, assignmentId, learnerIds }: Asked, size: number): Promise<Standing[]> {
  const { rows } = await pool().query<QuizRow>({
    name: 'quiz-standings',
    text: `WITH member AS MATERIALIZED (${members}), corrected AS MATERIALIZED (${correctedItems('$1')})
      SELECT m.learner_id AS "learnerId", m.due_at AS "dueAt", m.time_factor AS "timeFactor", s.id AS "sittingId", s.opened_at AS "begunAt",
        CASE WHEN s.handed_in_at IS NOT NULL THEN s.handed_in_at
          WHEN clock_timestamp() > s.accepts_until THEN s.closes_at END AS "doneAt",
        coalesce(sum(i.earned), 0)::float AS earned, coalesce(sum(i.credited), 0)::float AS credited,
        CASE WHEN s.id IS NULL THEN $4 ELSE count(i.item) END::int AS possible, coalesce(sum(i.waiting), 0)::int AS waiting, max(i.last_at) AS "lastAt"
      FROM member m LEFT JOIN sitting s ON s.learner_id = m.learner_id AND s.assignment_id = $2
        LEFT JOIN LATERAL (
          SELECT q->>'item' AS item, t.last_at, CASE WHEN c.is_full THEN 1 ELSE t.earned END AS earned,
            CASE WHEN c.is_full THEN 1 ELSE t.credited END AS credited, CASE WHEN c.is_full THEN 0 ELSE t.waiting END AS waiting
          FROM jsonb_array_elements(s.items) AS q LEFT JOIN corrected c ON c.item = q->>'item'
            LEFT JOIN LATERAL (
              SELECT max(${earned} / ${possible}) AS earned, bool_or(${earned} IS NULL)::int AS waiting, max(a.received_at) AS last_at,
                max(coalesce(CASE WHEN g.attempt_id IS NULL THEN a.credit ELSE g.credit END, ${earned} / ${possible})) AS credited
              FROM ${bookedAttempts}
              WHERE a.learner_id = s.learner_id AND a.item = q->>'item' AND a.sitting_id = s.id) t ON true
          WHERE c.is_dropped IS NOT TRUE) i ON true
      GROUP BY m.learner_id, m.due_at, m.time_factor, s.learner_id, s.id
      ORDER BY m.learner_id`,
    values: [classId, assignmentId, learnerIds ?? null, size],
  });
  return rows.map(({ sittingId, earned, credited, possible, waiting, ...row }) => ({
    ...common(row, assignmentId),
    sittingId,
    doneUnits: [],
    score: { earned, credited, possible, waiting },
  }));
}

type PracticeRow = Row & { done: number[] };

/** How far with practice: a lesson counts when its checks are right (without checks: when Done was pressed), or its door was passed. */
export async function practiceStandings(
  { classId, assignmentId, learnerIds }: Asked,
  units: readonly PracticeUnit[],
): Promise<Standing[]> {
  const checks = units.flatMap((one, unit) =>
    one.checks.flatMap((ids, check) => ids.map((item) => ({ unit, check, item }))),
  );
  const lessons = units.flatMap((one, unit) => one.lessons.map((lesson) => ({ unit, lesson })));
  const sizes = units.map((one, unit) => ({ unit, size: one.checks.length }));
  const { rows } = await pool().query<PracticeRow>({
    name: 'practice-standings',
    text: `WITH member AS MATERIALIZED (${members}),
      asked AS MATERIALIZED (SELECT * FROM json_to_recordset($4) AS r(unit int, "check" int, item text)),
      lesson AS MATERIALIZED (SELECT * FROM json_to_recordset($5) AS r(unit int, lesson text)),
      unit AS MATERIALIZED (SELECT * FROM json_to_recordset($6) AS r(unit int, size int)),
      tried AS MATERIALIZED (
        SELECT m.learner_id, a.unit, a."check", t.best, t.last_at, t.item
        FROM member m CROSS JOIN asked a JOIN item_state t ON t.learner_id = m.learner_id AND t.item = a.item
      ), met AS (
        SELECT t.learner_id, t.unit, t."check", min(coalesce(f.at, t.last_at)) AS at
        FROM tried t LEFT JOIN LATERAL (
          SELECT min(a.received_at) AS at FROM ${gradedAttempts}
          WHERE a.learner_id = t.learner_id AND a.item = t.item AND NOT a.withheld AND ${earned} >= ${possible}) f ON true
        WHERE t.best >= 1 GROUP BY t.learner_id, t.unit, t."check"
      ), ways AS (
        SELECT m.learner_id, m.unit, max(m.at) AS at FROM met m JOIN unit u USING (unit)
        GROUP BY m.learner_id, m.unit, u.size HAVING count(*) = u.size
        UNION ALL
        SELECT m.learner_id, l.unit, min(p.done_at) FROM member m CROSS JOIN lesson l JOIN unit u USING (unit)
          JOIN place p ON p.learner_id = m.learner_id AND p.lesson = l.lesson
        WHERE u.size = 0 AND p.done_at IS NOT NULL GROUP BY m.learner_id, l.unit
        UNION ALL
        SELECT s.learner_id, l.unit, max(a.received_at) FROM member m CROSS JOIN lesson l
          JOIN sitting s ON s.learner_id = m.learner_id AND s.kind = 'door' AND s.lesson = l.lesson
          JOIN (${gradedAttempts}) ON a.learner_id = s.learner_id AND a.sitting_id = s.id AND ${earned} >= ${possible}
        GROUP BY s.learner_id, s.id, l.unit, s.items HAVING count(DISTINCT a.item) >= jsonb_array_length(s.items)
      ), done AS (
        SELECT learner_id, unit, min(at) AS at FROM ways GROUP BY learner_id, unit
      ), seen AS (
        SELECT learner_id, min(last_at) AS at FROM tried GROUP BY learner_id
        UNION ALL
        SELECT m.learner_id, min(p.at) FROM member m CROSS JOIN lesson l JOIN place p ON p.learner_id = m.learner_id AND p.lesson = l.lesson
        GROUP BY m.learner_id
        UNION ALL
        SELECT learner_id, min(at) FROM done GROUP BY learner_id
      )
      SELECT m.learner_id AS "learnerId", m.due_at AS "dueAt", m.time_factor AS "timeFactor",
        (SELECT min(at) FROM seen s WHERE s.learner_id = m.learner_id) AS "begunAt",
        CASE WHEN count(d.unit) = (SELECT count(*) FROM unit) AND count(d.unit) > 0 THEN max(d.at) END AS "doneAt",
        max(d.at) AS "lastAt", coalesce(array_agg(d.unit) FILTER (WHERE d.unit IS NOT NULL), '{}') AS done
      FROM member m LEFT JOIN done d ON d.learner_id = m.learner_id
      GROUP BY m.learner_id, m.due_at, m.time_factor ORDER BY m.learner_id`,
    values: [
      classId,
      assignmentId,
      learnerIds ?? null,
      JSON.stringify(checks),
      JSON.stringify(lessons),
      JSON.stringify(sizes),
    ],
  });
  return rows.map(({ done, ...row }) => ({
    ...common(row, assignmentId),
    sittingId: null,
    doneUnits: done.flatMap((unit) => units[unit]?.id ?? []),
    score: { earned: done.length, credited: done.length, possible: units.length, waiting: 0 },
  }));
}

function common({ lastAt, ...row }: Row, assignmentId: string): Omit<Standing, 'sittingId' | 'doneUnits' | 'score'> {
  const state: WorkState = row.doneAt ? 'done' : row.begunAt ? 'begun' : 'not-begun';
  return { ...row, assignmentId, state, isLate: lastAt !== null && lastAt > row.dueAt };
}
