import { earned, gradedAttempts, possible } from '@/lib/attempts/graded-attempts-store';
import { type MemberName, memberNameColumns } from '@/lib/classes/display-name';
import { pool } from '@/lib/db/pool';

/** More learners than this are not looked through for single answers: those who were here last are. */
const mostLearners = 2_000;

/** SQL: learners of class $1, those who were here last, and what of their answers to items $2 the class may see. */
const ownAnswers = `FROM class c JOIN enrolment e ON e.class_id = c.id AND e.role = 'learner' AND e.left_at IS NULL
    JOIN learner l ON l.id = e.learner_id
    JOIN (${gradedAttempts}) ON a.learner_id = e.learner_id AND a.item = ANY($2)
  WHERE c.id = $1 AND (a.assignment_id IS NULL OR EXISTS (SELECT FROM assignment w WHERE w.id = a.assignment_id AND w.class_id = $1))
    AND e.learner_id IN (SELECT m.learner_id FROM enrolment m JOIN learner k ON k.id = m.learner_id
      WHERE m.class_id = $1 AND m.role = 'learner' AND m.left_at IS NULL ORDER BY k.last_seen_at DESC LIMIT ${mostLearners})`;

/** A first graded answer of one learner. */
export type FirstAnswer = {
  readonly id: string;
  readonly version: string;
  readonly response: unknown;
  readonly isRight: boolean;
};

/** Each learner's first graded answer to the item, the latest first. */
export async function firstAnswers(classId: string, stored: readonly string[], most: number): Promise<FirstAnswer[]> {
  const { rows } = await pool().query<FirstAnswer>({
    name: 'analysis-first-answers',
    text: `SELECT id, version, response, "isRight" FROM (
        SELECT DISTINCT ON (a.learner_id) a.id, a.version, a.response, ${earned} >= ${possible} AS "isRight", a.received_at
        ${ownAnswers} AND ${earned} IS NOT NULL ORDER BY a.learner_id, a.received_at, a.id) f
      ORDER BY received_at DESC, id LIMIT $3`,
    values: [classId, stored, most],
  });
  return rows;
}

export type LatestAnswer = MemberName & {
  readonly learnerId: string;
  readonly id: string;
  readonly response: unknown;
  readonly earned: number | null;
  readonly possible: number;
  readonly isReceived: boolean;
  readonly receivedAt: Date;
};

/** The latest answers to the item, whoever of the class gave them. */
export async function latestAnswers(classId: string, stored: readonly string[], most: number): Promise<LatestAnswer[]> {
  const { rows } = await pool().query<LatestAnswer>({
    name: 'analysis-latest-answers',
    text: `SELECT a.learner_id AS "learnerId", a.id, a.response, ${earned} AS earned, ${possible} AS possible,
        a.detail ? 'received' AS "isReceived", a.received_at AS "receivedAt", ${memberNameColumns}
      ${ownAnswers} ORDER BY a.received_at DESC, a.id LIMIT $3`,
    values: [classId, stored, most],
  });
  return rows;
}
