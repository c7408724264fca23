import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NewAttempt } from '@/lib/attempts/attempt';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { withTestDatabase } from '@/lib/db/test-database';
import { foldRecent, mastered } from './mastery';
import { checksOf, type ItemState, lessonProgress, objectiveOf, summarise } from './progress';
import { submitPlace } from './submit-place';
import { progressOf } from './submit-progress';

withTestDatabase();

let taught: Curriculum;
let lesson: Lesson;

beforeAll(async () => {
  taught = await curriculum();
  const first = taught.paths[0]?.lessons[0];
  if (!first) throw new Error('there is no lesson');
  lesson = first;
});

const at = new Date('2026-11-23T12:00:00Z');
const state = (item: string, best: number): ItemState => ({ item, tries: 1, best, last: best, lastAt: at });
const statesOf = (items: readonly string[]) => new Map(items.map((item) => [item, state(item, 1)]));
const me = { id: 'me', name: null, guest: true };

describe('a lesson', () => {
  test('is read when Done was pressed, and complete only when its checks are met too', () => {
    const done = { lesson: lesson.id, heading: '', at, doneAt: at };
    expect(lessonProgress(lesson, new Map(), done, {})).toMatchObject({ done: 0, read: true, complete: false });
    expect(lessonProgress(lesson, statesOf(checksOf(lesson)), done, {})).toMatchObject({ read: true, complete: true });
  });

  test('counts as read, and so complete, when all its checks are met', () => {
    expect(lessonProgress(lesson, statesOf(checksOf(lesson)), undefined, {})).toMatchObject({
      read: true,
      complete: true,
    });
  });

  test('counts a check once it was right, not when it was answered', () => {
    const [first = '', second = ''] = checksOf(lesson);
    const states = new Map([state(first, 1), state(second, 0.5)].map((one) => [one.item, one]));
    expect(lessonProgress(lesson, states, undefined, {})).toMatchObject({ done: 1, read: false });
  });
});

describe('where to go on', () => {
  test('is the heading that was reached in the lesson that was open last', () => {
    const heading = Object.values(lesson.texts)[0]?.headings[1];
    const place = { lesson: lesson.id, heading: heading?.id ?? '', at, doneAt: null };
    expect(summarise(taught, me, [], [place], []).continue).toMatchObject({ lesson: lesson.id, heading: heading?.id });
  });

  test('is nowhere when that lesson is complete and the last of its path', () => {
    const last = taught.path(lesson.path)?.lessons.at(-1) ?? lesson;
    const place = { lesson: last.id, heading: '', at, doneAt: at };
    const states = [...statesOf(checksOf(last)).values()];
    expect(summarise(taught, me, states, [place], []).continue).toBeNull();
  });

  test('forgets a lesson that is no longer there', () => {
    expect(summarise(taught, me, [], [{ lesson: 'gone/away', heading: '', at, doneAt: null }], [])).toEqual({
      learner: me,
      lessons: {},
      continue: null,
    });
  });
});

describe('mastery', () => {
  const answers = (...right: boolean[]) => right.map((one) => ({ objective: 'open', right: one }));

  test('is three of the last four right', () => {
    expect(mastered(foldRecent(answers(true, true)))).toEqual([]);
    expect(mastered(foldRecent(answers(true, true, true)))).toEqual(['open']);
    expect(mastered(foldRecent(answers(true, true, true, false)))).toEqual(['open']);
    expect(mastered(foldRecent(answers(true, true, true, false, false)))).toEqual([]);
  });
});

describe('the progress of a learner', () => {
  function attempt(learner: TestLearner, item: string, seq: number): NewAttempt {
    const graded = { version: '0123456789abcdef', keyRevision: 1, response: {}, earned: 1, possible: 1, detail: {} };
    return { ...learner, ...graded, id: randomUUID(), item, seq, answeredAt: null };
  }

  test('is folded from what was answered since the last look', async () => {
    const ann = await testLearner();
    const item = lesson.items.find(objectiveOf);
    if (!item) throw new Error('no item has an objective');
    expect((await progressOf(ann.learnerId)).lessons).toEqual({});
    await storeAttempts([attempt(ann, item.id, 1), attempt(ann, item.id, 2)]);
    expect((await progressOf(ann.learnerId)).lessons[lesson.id]).toMatchObject({
      done: 1,
      mastered: [],
      items: { [item.local]: { best: 1 } },
    });
    await storeAttempts([attempt(ann, item.id, 3)]);
    expect((await progressOf(ann.learnerId)).lessons[lesson.id]?.mastered).toEqual([objectiveOf(item)]);
  });

  test('keeps the place that was told, and a heading that no longer exists as the beginning', async () => {
    const ann = await testLearner();
    const heading = Object.values(lesson.texts)[0]?.headings[0]?.id;
    expect(await submitPlace(ann, { lesson: lesson.id, heading })).toMatchObject({ status: 200 });
    expect((await progressOf(ann.learnerId)).continue).toMatchObject({ lesson: lesson.id, heading });
    await submitPlace(ann, { lesson: lesson.id, heading: 'gone' });
    expect((await progressOf(ann.learnerId)).continue).toMatchObject({ heading: '' });
  });

  test('takes Done and takes it back, without losing the heading', async () => {
    const ann = await testLearner();
    const heading = Object.values(lesson.texts)[0]?.headings[0]?.id;
    await submitPlace(ann, { lesson: lesson.id, heading });
    await submitPlace(ann, { lesson: lesson.id, done: true });
    expect((await progressOf(ann.learnerId)).lessons[lesson.id]).toMatchObject({ read: true });
    await submitPlace(ann, { lesson: lesson.id, done: false });
    const { lessons, continue: goOn } = await progressOf(ann.learnerId);
    expect(lessons[lesson.id]).toMatchObject({ read: false });
    expect(goOn).toMatchObject({ heading });
  });

  test.each([
    [{ lesson: 'no/such' }, 'lesson'],
    [{ lesson: 7 }, 'lesson'],
    [{ lesson: 'a/b', learnerId: 'x' }, ''],
  ])('refuses a place that is none: %j', async (body, field) => {
    expect(await submitPlace(await testLearner(), body)).toMatchObject({ status: 400, body: { error: { field } } });
  });

  test('has no place for nobody', async () => {
    expect(await submitPlace(null, { lesson: lesson.id })).toMatchObject({ status: 401 });
  });
});
