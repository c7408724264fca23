import type { PoolClient } from 'pg';
import type { PackedScore } from '@/lib/gradebook/packed-score';
import type { Pair } from '@/lib/gradebook/standing-store';

type Client = Pick<PoolClient, 'query'>;

export type ScoreKey = Pair & { readonly lesson: string };
export type KeptScore = ScoreKey & { readonly done: number; readonly stuck: number; readonly score: PackedScore };

const columns = 's.learner_id AS "learnerId", s.class_id AS "classId", s.lesson, s.done, s.stuck, s.score';

/** What is kept of these learners in these lessons; of a pair without lessons: in all. */
export async function keptScores(
  client: Client,
  wanted: readonly (Pair & { readonly lessons: readonly string[] | 'all' })[],
): Promise<KeptScore[]> {
  const wholly = wanted.filter(({ lessons }) => lessons === 'all');
  const some = wanted.flatMap(({ lessons, ...pair }) =>
    lessons === 'all' ? [] : lessons.map((lesson) => ({ ...pair, lesson })),
  );
  const { rows } = await client.query<KeptScore>({
    name: 'fold-kept-scores',
    text: `SELECT ${columns} FROM unnest($1::uuid[], $2::uuid[]) AS p(learner_id, class_id)
        JOIN lesson_score s ON s.learner_id = p.learner_id AND s.class_id = p.class_id
      UNION ALL
      SELECT ${columns} FROM unnest($3::uuid[], $4::uuid[], $5::text[]) AS p(learner_id, class_id, lesson)
        JOIN lesson_score s ON s.learner_id = p.learner_id AND s.class_id = p.class_id AND s.lesson = p.lesson`,
    values: [
      wholly.map(({ learnerId }) => learnerId),
      wholly.map(({ classId }) => classId),
      some.map(({ learnerId }) => learnerId),
      some.map(({ classId }) => classId),
      some.map(({ lesson }) => lesson),
    ],
  });
  return rows;
}

export type NewScore = KeptScore & {
  readonly share: number | null;
  readonly tries: number;
  readonly waiting: number;
  readonly withheld: boolean;
  /** Seconds since 1970. */
  readonly lastAt: number;
};

export async function saveScores(client: Client, scores: readonly NewScore[]): Promise<void> {
  if (scores.length === 0) return;
  await client.query({
    name: 'fold-save-scores',
    text: `INSERT INTO lesson_score AS s (learner_id, class_id, lesson, done, share, tries, waiting, stuck, withheld, last_at, score)
      SELECT u.learner_id, u.class_id, u.lesson, u.done, u.share, u.tries, u.waiting, u.stuck, u.withheld, to_timestamp(u.last_at), u.score
      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::boolean[], $10::float8[], $11::json[])
        AS u(learner_id, class_id, lesson, done, share, tries, waiting, stuck, withheld, last_at, score)
      ON CONFLICT (learner_id, class_id, lesson) DO UPDATE SET done = excluded.done, share = excluded.share, tries = excluded.tries,
        waiting = excluded.waiting, stuck = excluded.stuck, withheld = excluded.withheld, last_at = excluded.last_at, score = excluded.score`,
    values: [
      scores.map(({ learnerId }) => learnerId),
      scores.map(({ classId }) => classId),
      scores.map(({ lesson }) => lesson),
      scores.map(({ done }) => done),
      scores.map(({ share }) => share),
      scores.map(({ tries }) => tries),
      scores.map(({ waiting }) => waiting),
      scores.map(({ stuck }) => stuck),
      scores.map(({ withheld }) => withheld),
      scores.map(({ lastAt }) => lastAt),
      scores.map(({ score }) => JSON.stringify(score)),
    ],
  });
}

export async function removeScores(client: Client, keys: readonly ScoreKey[]): Promise<void> {
  if (keys.length === 0) return;
  await client.query(
    `DELETE FROM lesson_score s USING unnest($1::uuid[], $2::uuid[], $3::text[]) AS p(learner_id, class_id, lesson)
     WHERE s.learner_id = p.learner_id AND s.class_id = p.class_id AND s.lesson = p.lesson`,
    [keys.map(({ learnerId }) => learnerId), keys.map(({ classId }) => classId), keys.map(({ lesson }) => lesson)],
  );
}
