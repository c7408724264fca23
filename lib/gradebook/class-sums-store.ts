import type { PoolClient } from 'pg';
import type { ClassSums } from '@/lib/gradebook/class-sums';
import { addCounts, printCounts, readCounts } from '@/lib/gradebook/counts';

type Client = Pick<PoolClient, 'query'>;

/** Puts what a fold has changed about a class's sums to what is kept. Only the fold does this, under its lock. */
export async function addSums(client: Client, classId: string, sums: ClassSums): Promise<void> {
  await addLessons(client, classId, sums.lessons);
  await addDays(client, classId, sums.days);
  await client.query({
    name: 'fold-add-class',
    text: `INSERT INTO class_fold AS f (class_id, members, done) SELECT id, $2, $3 FROM class WHERE id = $1
      ON CONFLICT (class_id) DO UPDATE SET members = f.members + excluded.members, done = f.done + excluded.done,
        changed_at = clock_timestamp()`,
    values: [classId, sums.learners, sums.done],
  });
}

async function addLessons(client: Client, classId: string, changes: ClassSums['lessons']): Promise<void> {
  if (changes.size === 0) return;
  const kept = await lessonCounts(client, classId, [...changes.keys()]);
  const now = [...changes].map(([lesson, more]) => [lesson, addCounts(kept.get(lesson) ?? new Map(), more)] as const);
  const saved = now.filter(([, counts]) => counts.size > 0);
  const gone = now.filter(([, counts]) => counts.size === 0);
  await client.query({
    name: 'fold-save-rollups',
    text: `INSERT INTO lesson_rollup (class_id, lesson, counts) SELECT c.id, u.lesson, u.counts
      FROM class c, unnest($2::text[], $3::json[]) AS u(lesson, counts) WHERE c.id = $1
      ON CONFLICT (class_id, lesson) DO UPDATE SET counts = excluded.counts`,
    values: [classId, saved.map(([lesson]) => lesson), saved.map(([, counts]) => printCounts(counts))],
  });
  if (gone.length > 0)
    await client.query('DELETE FROM lesson_rollup WHERE class_id = $1 AND lesson = ANY($2)', [
      classId,
      gone.map(([lesson]) => lesson),
    ]);
}

async function lessonCounts(
  client: Client,
  classId: string,
  lessons: readonly string[],
): Promise<ClassSums['lessons']> {
  const { rows } = await client.query<{ lesson: string; counts: string }>({
    name: 'fold-rollups',
    text: 'SELECT lesson, counts::text AS counts FROM lesson_rollup WHERE class_id = $1 AND lesson = ANY($2)',
    values: [classId, lessons],
  });
  return new Map(rows.map(({ lesson, counts }) => [lesson, readCounts(counts)]));
}

async function addDays(client: Client, classId: string, days: ClassSums['days']): Promise<void> {
  if (days.size === 0) return;
  const changed = [...days].filter(([, { learners, answers }]) => learners !== 0 || answers !== 0);
  await client.query({
    name: 'fold-add-days',
    text: `INSERT INTO class_day AS d (class_id, day, active, answers) SELECT c.id, u.day, u.active, u.answers
      FROM class c, unnest($2::date[], $3::int[], $4::int[]) AS u(day, active, answers) WHERE c.id = $1
      ON CONFLICT (class_id, day) DO UPDATE SET active = d.active + excluded.active, answers = d.answers + excluded.answers`,
    values: [
      classId,
      changed.map(([day]) => day),
      changed.map(([, { learners }]) => learners),
      changed.map(([, { answers }]) => answers),
    ],
  });
  await client.query(
    'DELETE FROM class_day WHERE class_id = $1 AND day = ANY($2::date[]) AND active = 0 AND answers = 0',
    [classId, changed.map(([day]) => day)],
  );
}

/** All that is kept of a class's sums. */
export async function keptSums(client: Client, classId: string): Promise<ClassSums> {
  const rollups = await client.query<{ lesson: string; counts: string }>(
    'SELECT lesson, counts::text AS counts FROM lesson_rollup WHERE class_id = $1',
    [classId],
  );
  const days = await client.query<{ day: string; learners: number; answers: number }>(
    'SELECT day::text AS day, active AS learners, answers FROM class_day WHERE class_id = $1',
    [classId],
  );
  const { rows } = await client.query<{ learners: number; done: number }>(
    'SELECT members AS learners, done::float8 AS done FROM class_fold WHERE class_id = $1',
    [classId],
  );
  return {
    lessons: new Map(rollups.rows.map(({ lesson, counts }) => [lesson, readCounts(counts)])),
    days: new Map(days.rows.map(({ day, learners, answers }) => [day, { learners, answers }])),
    learners: rows[0]?.learners ?? 0,
    done: rows[0]?.done ?? 0,
  };
}
