import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NewAttempt } from '@/lib/attempts/attempt';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import type { ItemState } from '@/lib/attempts/item-state-store';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { withTestDatabase } from '@/lib/db/test-database';
import { objectiveOf } from '@/lib/review/taught-cards';
import { seedAnswer } from '@/lib/review/test-answers-store';
import { doorPassed } from './door';
import { masteryOf } from './mastery';
import { checksOf, type Known, lessonProgress, type Place, summarise } from './progress';
import { historyOf } from './submit-history';
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
const known = (states: ReadonlyMap<string, ItemState>, places: Place[] = [], more: Partial<Known> = {}): Known => ({
  states,
  places: new Map(places.map((place) => [place.lesson, place])),
  doors: [],
  cards: new Map(),
  ...more,
});

describe('a lesson', () => {
  test('is read when Done was pressed, and complete only when its checks are met too', () => {
    const done = { lesson: lesson.id, heading: '', at, doneAt: at };
    expect(lessonProgress(lesson, known(new Map(), [done]))).toMatchObject({ done: 0, read: true, complete: false });
    expect(lessonProgress(lesson, known(statesOf(checksOf(lesson)), [done]))).toMatchObject({ complete: true });
  });

  test('counts as read, and so complete, when all its checks are met', () => {
    expect(lessonProgress(lesson, known(statesOf(checksOf(lesson))))).toMatchObject({ read: true, complete: true });
  });

  test('counts a check once it was right, not when it was answered', () => {
    const [first = '', second = ''] = checksOf(lesson);
    const states = new Map([state(first, 1), state(second, 0.5)].map((one) => [one.item, one]));
    expect(lessonProgress(lesson, known(states))).toMatchObject({ done: 1, read: false });
  });

  test('is complete when "I know this" was passed, whatever is left of its checks', () => {
    const doors = [{ lesson: lesson.id, asked: ['a', 'b'], right: ['b', 'a'] }];
    expect(lessonProgress(lesson, known(new Map(), [], { doors }))).toMatchObject({ known: true, complete: true });
  });

  test('names what is weak with how many of the last answers were right', () => {
    const [first, second] = lesson.objectives.map(({ id }) => id);
    const cards = new Map([
      [`${lesson.id}#${first}`, { recent: [1, 0, 1, 0] as const }],
      [`${lesson.id}#${second}`, { recent: [0, 1, 1, 1] as const }],
    ]);
    expect(lessonProgress(lesson, known(new Map(), [], { cards }))).toMatchObject({
      mastered: [second],
      weak: { [first ?? '']: [2, 4] },
    });
  });
});

describe('"I know this"', () => {
  test('is passed when every question was answered right, and never when nothing was asked', () => {
    expect(doorPassed({ asked: ['a', 'b'], right: ['a', 'b'] })).toBe(true);
    expect(doorPassed({ asked: ['a', 'b'], right: ['a', 'a'] })).toBe(false);
    expect(doorPassed({ asked: [], right: [] })).toBe(false);
  });
});

describe('where to go on', () => {
  test('is the heading that was reached in the lesson that was open last', () => {
    const heading = Object.values(lesson.texts)[0]?.headings[1];
    const place = { lesson: lesson.id, heading: heading?.id ?? '', at, doneAt: null };
    expect(summarise(taught, known(new Map(), [place])).continue).toMatchObject({
      lesson: lesson.id,
      heading: heading?.id,
    });
  });

  test('is nowhere when that lesson is complete and the last of its path', () => {
    const last = taught.path(lesson.path)?.lessons.at(-1) ?? lesson;
    const place = { lesson: last.id, heading: '', at, doneAt: at };
    const states = statesOf(checksOf(last));
    expect(summarise(taught, known(states, [place])).continue).toBeNull();
  });

  test('forgets a lesson that is no longer there', () => {
    const gone = { lesson: 'gone/away', heading: '', at, doneAt: null };
    expect(summarise(taught, known(new Map(), [gone]))).toEqual({
      lessons: {},
      continue: null,
    });
  });
});

describe('mastery', () => {
  test('is three of the last four right, and says how many were', () => {
    expect(masteryOf(undefined)).toEqual({ state: 'new', right: 0, of: 0 });
    expect(masteryOf({ recent: [1, 1] })).toEqual({ state: 'begun', right: 2, of: 2 });
    expect(masteryOf({ recent: [1, 1, 1] })).toEqual({ state: 'mastered', right: 3, of: 3 });
    expect(masteryOf({ recent: [1, 1, 1, 0] })).toEqual({ state: 'mastered', right: 3, of: 4 });
    expect(masteryOf({ recent: [1, 1, 0, 0] })).toEqual({ state: 'weak', right: 2, of: 4 });
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

describe('the history of answers', () => {
  test('comes page by page, the latest first, each answer once', async () => {
    const { learnerId } = await testLearner();
    for (let n = 0; n < 120; n += 1) {
      // Two at a time: many answers of one batch may have one moment.
      const at = new Date(Date.UTC(2026, 0, 1, 0, Math.floor(n / 2)));
      await seedAnswer({ learnerId, item: `p/l/q${n}`, at, earned: 1, help: 0 });
    }
    const items: string[] = [];
    let before: string | undefined;
    do {
      const page = await historyOf(learnerId, before);
      expect(page.isFirst).toBe(before === undefined);
      items.push(...page.attempts.map(({ item }) => item));
      before = page.last;
    } while (before);
    expect(new Set(items).size).toBe(120);
    expect(items).toHaveLength(120);
  });

  test('has nothing before what is no answer of this learner', async () => {
    const [ann, bob] = [await testLearner(), await testLearner()];
    const other = await seedAnswer({ ...bob, item: 'p/l/q', at: new Date(), earned: 1, help: 0 });
    await seedAnswer({ ...ann, item: 'p/l/q', at: new Date(), earned: 1, help: 0 });
    for (const before of [other, randomUUID(), "'; DROP TABLE attempt"])
      expect((await historyOf(ann.learnerId, before)).attempts).toEqual([]);
  });
});
