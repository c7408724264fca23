import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { lessonRollup } from '@/lib/gradebook/rollup-store';
import { fold } from '@/lib/gradebook/submit-fold';
import type { TaughtLessons } from '@/lib/gradebook/taught-lessons';
import {
  answer,
  enrol,
  giveGrade,
  keptAndCounted,
  makeAssignment,
  makeClass,
  makeLearner,
  testContent,
} from '@/lib/gradebook/test-fold-store';

withTestDatabase();

async function foldAll(content: TaughtLessons, size = { answers: 50, touches: 50 }): Promise<void> {
  for (;;) {
    const folded = await fold(size, content);
    if (folded.kind === 'elsewhere' || folded.isAll) return;
  }
}

async function expectSame(classes: readonly string[], content: TaughtLessons): Promise<void> {
  for (const one of classes) {
    const { kept, counted } = await keptAndCounted(one, content);
    expect(kept).toEqual(counted);
  }
}

const content = testContent();

test('an answer is counted in the classes of who gave it, and nowhere else', async () => {
  const [one, other, empty] = [await makeClass(), await makeClass(), await makeClass()];
  const ann = await makeLearner();
  await enrol(ann, one);
  await enrol(ann, other);
  await answer({ learnerId: ann, item: 'p/x/a', share: 1, choice: 'right' });
  await answer({ learnerId: ann, item: 'p/x/b', share: 0.5 });
  await foldAll(content);
  const rollup = await lessonRollup(one, 'p/x');
  expect(rollup).toEqual(await lessonRollup(other, 'p/x'));
  expect(rollup.items[0]).toMatchObject({
    item: 'p/x/a',
    first: [{ share: 1_000_000, ability: 500_000, learners: 1 }],
    best: 1_000_000,
    solved: 1,
    tries: 1,
    options: { right: { learners: 1, rated: 1, ability: 500_000 } },
    landmarks: { end: 1 },
  });
  expect(await lessonRollup(empty, 'p/x')).toEqual({ learners: 0, items: [], completed: {} });
  await expectSame([one, other, empty], content);
});

test('what was answered in graded work of another class is none of this one’s', async () => {
  const [one, other] = [await makeClass(), await makeClass()];
  const ann = await makeLearner();
  await enrol(ann, one);
  await enrol(ann, other);
  await answer({ learnerId: ann, item: 'p/x/a', share: 0, assignment: await makeAssignment(other) });
  await foldAll(content);
  expect((await lessonRollup(one, 'p/x')).items).toEqual([]);
  expect((await lessonRollup(other, 'p/x')).items).toHaveLength(1);
  await expectSame([one, other], content);
});

test('who leaves or is erased is taken out of every sum', async () => {
  const one = await makeClass();
  const [ann, ben] = [await makeLearner(), await makeLearner('Ben')];
  for (const learnerId of [ann, ben]) {
    await enrol(learnerId, one);
    await answer({ learnerId, item: 'p/x/a', share: 0 });
  }
  await foldAll(content);
  expect((await lessonRollup(one, 'p/x')).learners).toBe(2);
  await eraseLearner(ann);
  await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1', [ben]);
  await foldAll(content);
  expect(await lessonRollup(one, 'p/x')).toEqual({ learners: 0, items: [], completed: {} });
  await expectSame([one], content);
  for (const table of ['fold_touch', 'fold_debt', 'class_day']) {
    const { rowCount } = await pool().query(
      `SELECT FROM ${table}${table === 'class_day' ? ' WHERE class_id = $1' : ' WHERE $1::uuid IS NOT NULL'}`,
      [one],
    );
    expect(`${table}: ${rowCount}`).toBe(`${table}: 0`);
  }
});

test('an answer whose transaction began earlier and ends later is not passed over', async () => {
  const one = await makeClass();
  const [ann, ben] = [await makeLearner(), await makeLearner('Ben')];
  await enrol(ann, one);
  await enrol(ben, one);
  await foldAll(content);
  const slow = await pool().connect();
  try {
    await slow.query('BEGIN');
    await slow.query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible)
       VALUES ($1, gen_random_uuid(), 'p/x/a', 'v', 1, 1, '{}', 1, 1)`,
      [ann],
    );
    await answer({ learnerId: ben, item: 'p/x/a', share: 1 });
    await foldAll(content);
    await slow.query('COMMIT');
  } finally {
    slow.release();
  }
  await foldAll(content);
  expect((await lessonRollup(one, 'p/x')).learners).toBe(2);
  await expectSame([one], content);
});

test('a restored database, whose transactions have other numbers, is looked at anew', async () => {
  const one = await makeClass();
  const ann = await makeLearner();
  await enrol(ann, one);
  await foldAll(content);
  await pool().query("UPDATE fold_state SET watermark = '4611686018427387904'");
  await answer({ learnerId: ann, item: 'p/x/a', share: 1 });
  await foldAll(content);
  expect((await lessonRollup(one, 'p/x')).learners).toBe(1);
});

test('only one process folds at a time', async () => {
  const other = await pool().connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT pg_advisory_xact_lock(1718578276, 1)');
    expect(await fold(undefined, content)).toEqual({ kind: 'elsewhere' });
  } finally {
    await other.query('ROLLBACK');
    other.release();
  }
});

const learner = fc.nat({ max: 4 });
const classroom = fc.nat({ max: 1 });
const item = fc.constantFrom('p/x/a', 'p/x/b', 'p/x/c', 'p/y/c', 'p/y/d', 'p/y/e', 'p/z/gone');
const share = fc.constantFrom(0, 1 / 3, 0.5, 1, null);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      learner,
      item,
      share,
      help: fc.nat({ max: 2 }),
      withheld: fc.boolean(),
      day: fc.nat({ max: 3 }),
      choice: fc.constantFrom('one', 'two'),
      graded: fc.option(classroom, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('grade' as const),
      nth: fc.nat({ max: 20 }),
      share: fc.constantFrom(0, 0.5, 1),
      revision: fc.integer({ min: 2, max: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('join' as const), learner, classroom }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), learner, classroom }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), learner }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('zone' as const),
      classroom,
      zone: fc.constantFrom('UTC', 'America/Los_Angeles'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('paths' as const), classroom, paths: fc.constantFrom(['q'], ['p'], []) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), learner }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('publish' as const), later: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('fold' as const), size: fc.integer({ min: 1, max: 5 }) }) },
);

test('whatever happens in whatever order, what is folded is what counting anew comes to', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const classes = [await makeClass(), await makeClass('UTC')];
      const works = await Promise.all(classes.map(makeAssignment));
      const learners = await Promise.all(['Ann', 'Ben', '张伟', 'Dee', 'Eve'].map(makeLearner));
      const attempts: { learnerId: string; id: string }[] = [];
      let taught = testContent();
      for (const one of steps) {
        const learnerId = 'learner' in one ? (learners[one.learner] ?? '') : '';
        const classId = 'classroom' in one ? (classes[one.classroom] ?? '') : '';
        switch (one.kind) {
          case 'answer': {
            const at = new Date(Date.UTC(2026, 0, 1 + one.day, 15, attempts.length));
            const assignment = one.graded === undefined ? undefined : works[one.graded];
            const id = await answer({ ...one, learnerId, assignment, at });
            if (id) attempts.push({ learnerId, id });
            break;
          }
          case 'grade': {
            const graded = attempts[one.nth % Math.max(1, attempts.length)];
            if (graded) await giveGrade(graded.learnerId, graded.id, one.share, one.revision);
            break;
          }
          case 'join':
            await enrol(learnerId, classId, 'a group');
            break;
          case 'leave':
            await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1 AND class_id = $2', [
              learnerId,
              classId,
            ]);
            break;
          case 'erase':
            await eraseLearner(learnerId);
            break;
          case 'zone':
            await pool().query('UPDATE class SET time_zone = $2 WHERE id = $1', [classId, one.zone]);
            break;
          case 'paths':
            await pool().query('UPDATE class SET paths = $2 WHERE id = $1', [classId, one.paths]);
            break;
          case 'rename':
            await pool().query("UPDATE learner SET name = name || 'x' WHERE id = $1", [learnerId]);
            break;
          case 'publish':
            taught = testContent(one.later);
            break;
          case 'fold':
            await fold({ answers: one.size, touches: one.size }, taught);
        }
      }
      await foldAll(taught);
      await expectSame(classes, taught);
    }),
    { numRuns: 20 },
  );
});
