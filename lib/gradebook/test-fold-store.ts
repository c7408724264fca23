import { randomUUID } from 'node:crypto';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';
import type { ClassSums } from '@/lib/gradebook/class-sums';
import { keptSums } from '@/lib/gradebook/class-sums-store';
import { printCounts } from '@/lib/gradebook/counts';
import type { PackedScore } from '@/lib/gradebook/packed-score';
import { recountClass } from '@/lib/gradebook/submit-recount';
import type { TaughtLesson, TaughtLessons } from '@/lib/gradebook/taught-lessons';

/** Two lessons of one path; `later`: a question has gone, one has moved to the other lesson, a check has come. */
export function testContent(later = false): TaughtLessons {
  const lesson = (id: string, stored: [string, string][], checks: string[]): TaughtLesson => ({
    id,
    path: 'p',
    stored: new Map(stored),
    chosenFrom: stored.map(([item]) => item),
    checks: new Set(checks),
    objectives: new Map(stored.map(([, local]) => [local, local < 'c' ? 'one' : 'two'])),
    fingerprint: JSON.stringify([stored, checks]),
  });
  const lessons = later
    ? [
        lesson(
          'p/x',
          [
            ['p/x/a', 'a'],
            ['p/x/b', 'b'],
          ],
          ['a', 'b'],
        ),
        lesson(
          'p/y',
          [
            ['p/y/d', 'd'],
            ['p/y/c', 'c'],
            ['p/x/c', 'c'],
          ],
          ['c'],
        ),
      ]
    : [
        lesson(
          'p/x',
          [
            ['p/x/a', 'a'],
            ['p/x/b', 'b'],
            ['p/x/c', 'c'],
          ],
          ['a'],
        ),
        lesson(
          'p/y',
          [
            ['p/y/d', 'd'],
            ['p/y/e', 'e'],
          ],
          ['d', 'e'],
        ),
      ];
  return {
    lessons: new Map(lessons.map((one) => [one.id, one])),
    lessonOf: (item) => lessons.find(({ stored }) => stored.has(item)),
  };
}

export async function makeClass(zone = 'Asia/Shanghai'): Promise<string> {
  const id = randomUUID();
  await pool().query('INSERT INTO class (id, name, time_zone) VALUES ($1, $2, $3)', [id, 'a class', zone]);
  return id;
}

export async function makeLearner(name = 'Ann'): Promise<string> {
  const id = randomUUID();
  await pool().query(
    "INSERT INTO learner (id, name, login, last_seen_at) VALUES ($1::uuid, $2, $1::uuid::text, '2026-01-01')",
    [id, name],
  );
  return id;
}

export async function enrol(learnerId: string, classId: string, groupName: string | null = null): Promise<void> {
  await pool().query(
    `INSERT INTO enrolment (learner_id, class_id, group_name) VALUES ($1, $2, $3)
     ON CONFLICT (learner_id, class_id) DO UPDATE SET left_at = NULL, role = 'learner', group_name = excluded.group_name`,
    [learnerId, classId, groupName],
  );
}

export type TestAnswer = {
  readonly learnerId: string;
  readonly item: string;
  readonly share: number | null;
  readonly choice?: string;
  readonly help?: number;
  readonly withheld?: boolean;
  readonly assignment?: string | undefined;
  readonly at?: Date | undefined;
};

/** Stores an answer as it would stand in the table; undefined when the learner is gone. */
export async function answer(given: TestAnswer): Promise<string | undefined> {
  const id = randomUUID();
  const { rowCount } = await pool().query(
    `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, detail, help, withheld, assignment_id, received_at)
     SELECT id, $2, $3, 'v', 1, 1, $4, $5, 1, $6, $7, $8, $9, coalesce($10, clock_timestamp()) FROM learner WHERE id = $1`,
    [
      given.learnerId,
      id,
      given.item,
      JSON.stringify({ choice: given.choice ?? 'one' }),
      given.share,
      JSON.stringify(
        given.share === null ? { received: true } : given.share < 1 ? { misconception: 'odd' } : { landmark: 'end' },
      ),
      given.help ?? 0,
      given.withheld ?? false,
      given.assignment ?? null,
      given.at ?? null,
    ],
  );
  return rowCount === 1 ? id : undefined;
}

export async function giveGrade(learnerId: string, attemptId: string, share: number, revision = 2): Promise<void> {
  await pool().query(
    `INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible)
     SELECT learner_id, id, $3, $4, 1 FROM attempt WHERE learner_id = $1 AND id = $2 ON CONFLICT DO NOTHING`,
    [learnerId, attemptId, revision, share],
  );
}

export async function makeAssignment(classId: string): Promise<string> {
  const id = randomUUID();
  await pool().query(
    `INSERT INTO assignment (id, class_id, title, policy, selection, frozen, opens_at, due_at)
     VALUES ($1, $2, '{}', '{}', '{}', '[]', now(), now())`,
    [id, classId],
  );
  return id;
}

/** What is kept of a class, and what counting it anew comes to, in the same words: they must be equal. */
export function keptAndCounted(classId: string, taught: TaughtLessons): Promise<{ kept: unknown; counted: unknown }> {
  return transaction(async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { sums, scores, standings } = await recountClass(client, classId, taught);
    const kept = await client.query<{ learner: string; lesson: string; score: PackedScore }>(
      'SELECT learner_id AS learner, lesson, score FROM lesson_score WHERE class_id = $1',
      [classId],
    );
    const stands = await client.query<{ learner: string; done: number; stuck: number; key: string; days: object }>(
      'SELECT learner_id AS learner, done, stuck, name_key AS key, days FROM class_standing WHERE class_id = $1',
      [classId],
    );
    return {
      kept: {
        ...told(await keptSums(client, classId)),
        scores: kept.rows.map(({ learner, lesson, score }) => `${learner} ${lesson} ${JSON.stringify(score)}`).sort(),
        standings: stands.rows
          .map(({ learner, done, stuck, key, days }) => said(learner, done, stuck, key, days))
          .sort(),
      },
      counted: {
        ...told(sums),
        scores: scores.map(({ learnerId, lesson, score }) => `${learnerId} ${lesson} ${JSON.stringify(score)}`).sort(),
        standings: [...standings]
          .map(([id, { done, stuck, nameKey, days }]) => said(id, done, stuck, nameKey, days))
          .sort(),
      },
    };
  });
}

function told({ lessons, days, learners, done }: ClassSums) {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    learners,
    done,
    days: sorted(days),
    lessons: sorted(lessons).map(([lesson, counts]) => [lesson, printCounts(counts)]),
  };
}

function said(learner: string, done: number, stuck: number, key: string, days: object): string {
  return `${learner} ${done} ${stuck} ${key} ${JSON.stringify(Object.entries(days).sort())}`;
}
