import type { PoolClient } from 'pg';
import { pool } from '@/lib/db/pool';
import type { Decision } from '@/lib/gradebook/counted-score';

/** One entry of what staff decided about a cell. `removed` restores what the learner's own work earned. */
export type DecisionEntry = {
  readonly learnerId: string;
  /** lib/gradebook/columns */
  readonly column: string;
  /** Counted from 1 for each cell; the highest stands. */
  readonly revision: number;
  readonly kind: 'given' | 'excused' | 'removed';
  /** Of a given score. */
  readonly share: number | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

const columns = `learner_id AS "learnerId", grade_column AS "column", revision, kind, share, reason, decided_by AS "decidedBy",
  decided_at AS "decidedAt"`;

/** What stands now about these learners' cells, taken-back decisions included: their number is what the next one follows. */
export async function standingDecisions(classId: string, learnerIds: readonly string[]): Promise<DecisionEntry[]> {
  const { rows } = await pool().query<DecisionEntry>({
    name: 'decisions-standing',
    text: `SELECT DISTINCT ON (learner_id, grade_column) ${columns} FROM grade_override
      WHERE class_id = $1 AND learner_id = ANY($2::uuid[]) ORDER BY learner_id, grade_column, revision DESC`,
    values: [classId, learnerIds],
  });
  return rows;
}

/** Everything that was ever decided about a learner in this class, the latest first. */
export async function decisionsAbout(classId: string, learnerId: string, most: number): Promise<DecisionEntry[]> {
  const { rows } = await pool().query<DecisionEntry>(
    `SELECT ${columns} FROM grade_override WHERE class_id = $1 AND learner_id = $2 ORDER BY decided_at DESC, revision DESC LIMIT $3`,
    [classId, learnerId, most],
  );
  return rows;
}

/** A decision with what its class says about it. */
export type ClassDecision = DecisionEntry & {
  readonly classId: string;
  readonly paths: readonly string[];
  readonly timeZone: string;
};

/** What stands about a learner's own cells, class by class, of the classes they are in: for the learner. */
export async function decisionsForLearner(learnerId: string): Promise<ClassDecision[]> {
  const { rows } = await pool().query<ClassDecision>({
    name: 'decisions-for-learner',
    text: `SELECT d.*, c.paths, c.time_zone AS "timeZone" FROM (
        SELECT DISTINCT ON (class_id, grade_column) class_id AS "classId", ${columns} FROM grade_override
        WHERE learner_id = $1 ORDER BY class_id, grade_column, revision DESC) AS d
      JOIN class c ON c.id = d."classId"
      JOIN enrolment e ON e.class_id = c.id AND e.learner_id = $1 AND e.left_at IS NULL AND e.role = 'learner'
      WHERE d.kind <> 'removed' ORDER BY d."decidedAt" DESC`,
    values: [learnerId],
  });
  return rows;
}

export type NewDecision = Pick<DecisionEntry, 'learnerId' | 'column' | 'kind' | 'share' | 'reason' | 'decidedBy'> & {
  readonly classId: string;
  /** The revision that whoever decides has seen; 0 where nothing was decided yet. */
  readonly follows: number;
};

/** Writes a decision down, unless somebody else has decided since: then it says what, and nothing is written. */
export async function insertDecision(
  client: PoolClient,
  { classId, learnerId, column, kind, share, reason, decidedBy, follows }: NewDecision,
): Promise<{ readonly kind: 'decided' } | { readonly kind: 'overtaken'; readonly by: DecisionEntry | undefined }> {
  // Of two that follow the same one the second waits for the first, and finds the number taken.
  const { rowCount } = await client.query(
    `INSERT INTO grade_override (learner_id, class_id, grade_column, revision, kind, share, reason, decided_by)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8
     WHERE $4 = 1 + (SELECT coalesce(max(revision), 0) FROM grade_override WHERE learner_id = $1 AND class_id = $2 AND grade_column = $3)
     ON CONFLICT DO NOTHING`,
    [learnerId, classId, column, follows + 1, kind, share, reason, decidedBy],
  );
  if (rowCount === 1) return { kind: 'decided' };
  const { rows } = await client.query<DecisionEntry>(
    `SELECT ${columns} FROM grade_override WHERE learner_id = $1 AND class_id = $2 AND grade_column = $3
     ORDER BY revision DESC LIMIT 1`,
    [learnerId, classId, column],
  );
  return { kind: 'overtaken', by: rows[0] };
}

/** What an entry means for the score; null: it was taken back. */
export function decisionOf({ kind, share, reason }: Pick<DecisionEntry, 'kind' | 'share' | 'reason'>): Decision | null {
  if (kind === 'excused') return { kind, reason };
  return kind === 'given' && share !== null ? { kind, share, reason } : null;
}
