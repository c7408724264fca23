import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { pool } from '@/lib/db/pool';

/** What staff say to a learner's work: about a cell, an attempt, or neither; to the learner, or among themselves. */
export type Comment = {
  readonly id: string;
  readonly column: string | null;
  readonly attemptId: string | null;
  /** '' once it was removed. */
  readonly text: string;
  readonly forLearner: boolean;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly removedBy: string | null;
  readonly removedAt: Date | null;
};

const columns = `id, grade_column AS "column", attempt_id AS "attemptId", CASE WHEN removed_at IS NULL THEN text ELSE '' END AS text,
  is_told AS "forLearner", written_by AS "writtenBy", written_at AS "writtenAt", removed_by AS "removedBy", removed_at AS "removedAt"`;

/** All that staff of a class said about a learner, the latest first. */
export async function commentsAbout(classId: string, learnerId: string, most: number): Promise<Comment[]> {
  const { rows } = await pool().query<Comment>(
    `SELECT ${columns} FROM comment WHERE class_id = $1 AND learner_id = $2 ORDER BY written_at DESC, id LIMIT $3`,
    [classId, learnerId, most],
  );
  return rows;
}

export type ToldComment = Comment & { readonly classId: string; readonly writer: string };

/** What a learner may read of it: what was said to them. With an attempt, what was said to that. */
export async function commentsForLearner(learnerId: string, attemptId?: string): Promise<ToldComment[]> {
  const { rows } = await pool().query<ToldComment>(
    `SELECT m.*, coalesce(l.name, '') AS writer FROM (SELECT class_id AS "classId", ${columns} FROM comment
       WHERE learner_id = $1 AND is_told AND removed_at IS NULL AND ($2::uuid IS NULL OR attempt_id = $2)) m
       LEFT JOIN learner l ON l.id = m."writtenBy" ORDER BY m."writtenAt" DESC LIMIT 200`,
    [learnerId, attemptId ?? null],
  );
  return rows;
}

export type NewComment = Pick<Comment, 'column' | 'attemptId' | 'text' | 'forLearner' | 'writtenBy'> & {
  readonly classId: string;
  readonly learnerId: string;
};

export async function insertComment(client: PoolClient, comment: NewComment): Promise<string> {
  const id = randomUUID();
  const { classId, learnerId, column, attemptId, text, forLearner, writtenBy } = comment;
  await client.query(
    `INSERT INTO comment (learner_id, id, class_id, grade_column, attempt_id, text, is_told, written_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [learnerId, id, classId, column, attemptId, text, forLearner, writtenBy],
  );
  return id;
}

/** Takes a comment away; who wrote it may, and who may `anyones`. False: there is none of theirs. */
export async function removeComment(
  client: PoolClient,
  {
    classId,
    learnerId,
    id,
    by,
    anyones,
  }: { classId: string; learnerId: string; id: string; by: string; anyones: boolean },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE comment SET removed_by = $4, removed_at = clock_timestamp(), text = ''
     WHERE class_id = $1 AND learner_id = $2 AND id = $3 AND removed_at IS NULL AND (written_by = $4 OR $5)`,
    [classId, learnerId, id, by, anyones],
  );
  return rowCount === 1;
}
