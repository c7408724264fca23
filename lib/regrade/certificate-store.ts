import type { PoolClient } from 'pg';
import type { MovedIds } from '@/lib/curriculum/moved-ids';
import { type Answer, gradedAnswers } from '@/lib/review/card-store';

/** A valid certificate of a learner that rests on one of these objectives. */
export type HeldCertificate = {
  readonly id: string;
  readonly path: string;
  readonly issuedAt: Date;
  /** Those of the asked ones that it names, `path/lesson#objective`. */
  readonly cards: readonly string[];
};

export async function certificatesResting(
  client: PoolClient,
  learnerId: string,
  cards: readonly string[],
): Promise<HeldCertificate[]> {
  const { rows } = await client.query<HeldCertificate>({
    name: 'regrade-certificates',
    text: `SELECT c.id, c.path, c.issued_at AS "issuedAt", array_agg(n.card) AS cards
      FROM certificate c
        CROSS JOIN LATERAL (SELECT (o->>'lesson') || '#' || (o->>'id') AS card FROM jsonb_array_elements(c.objectives) AS o) n
      WHERE c.learner_id = $1 AND c.revoked_at IS NULL AND n.card = ANY($2)
      GROUP BY c.id, c.path, c.issued_at`,
    values: [learnerId, cards],
  });
  return rows;
}

/** A learner's graded answers to everything that was ever asked about an objective, under whatever address and id, oldest first. */
export async function answersAbout(
  client: PoolClient,
  learnerId: string,
  card: string,
  ids: MovedIds,
): Promise<Answer[]> {
  const [lesson = '', objective = ''] = card.split('#');
  const lessons = ids.storedLessons(ids.currentLesson(lesson));
  const { rows } = await client.query<{ item: string }>({
    name: 'regrade-items-of-objective',
    text: `SELECT item FROM (
        SELECT DISTINCT ON (item) item, coalesce(secret_form->'question'->>'objective', secret_form->'task'->>'objective') AS objective
        FROM question_version WHERE item LIKE ANY($1) ORDER BY item, created_at DESC, key_revision DESC) q
      WHERE objective = $2`,
    values: [lessons.map((address) => `${address}/%`), objective],
  });
  const items = new Set(rows.flatMap(({ item }) => [item, ...ids.storedIds(ids.currentId(item))]));
  const { answers } = await gradedAnswers(client, learnerId, [...items], null);
  return answers.map((answer) => ({ ...answer, item: ids.currentId(answer.item) }));
}

export async function revokeAsUnfounded(client: PoolClient, learnerId: string, id: string): Promise<void> {
  await client.query({
    name: 'regrade-revoke',
    text: 'UPDATE certificate SET revoked_at = clock_timestamp() WHERE learner_id = $1 AND id = $2 AND revoked_at IS NULL',
    values: [learnerId, id],
  });
}
