import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Curriculum } from './curriculum';
import type { Item, Lesson } from './lesson';
import { movedIds } from './moved-ids';

type Moved = string | string[] | undefined;

function question(lesson: string, local: string, moved: Moved): Item {
  const base = { use: 'practice' as const, prompt: { en: 'How many?' }, value: 1, tolerance: 0, mistakes: [] };
  return {
    kind: 'question',
    id: `${lesson}/${local}`,
    local,
    lesson,
    question: { ...base, kind: 'numeric', id: local, ...(moved ? { moved } : {}) },
  };
}

/** `{ 'p/now': { formerly: ['p/old'], items: { now: 'then' } } }` */
type Lessons = Record<string, { formerly?: string[]; items: Record<string, Moved> }>;

function taught(lessons: Lessons): Curriculum {
  const all = Object.entries(lessons).map(
    ([id, { formerly = [], items }], order): Lesson => ({
      id,
      path: 'p',
      slug: id.slice(2),
      order,
      folder: '',
      draft: false,
      objectives: [],
      prerequisites: [],
      parts: [],
      sources: [],
      formerly,
      texts: {},
      items: Object.entries(items).map(([local, moved]) => question(id, local, moved)),
      runs: [],
      figures: [],
      media: [],
    }),
  );
  const standard = { labs: 0, tasks: 0, questions: 0, kinds: 0, variants: 0, assessed: 0, perObjective: 0 };
  const path = { id: 'p', title: {}, summary: {}, languages: [], prerequisites: [], standard, order: 1, lessons: all };
  const site = { name: {}, tagline: {}, logo: undefined, footer: {}, legal: [], languages: [], routes: [] };
  return new Curriculum(site, [path], []);
}

const idsOf = (lessons: Lessons) => movedIds(taught(lessons));

test('where nothing moved every id is its own, and nothing was called otherwise', () => {
  const ids = idsOf({ 'p/a': { items: { q: undefined } } });
  expect(ids.isEmpty).toBe(true);
  expect(ids.currentId('p/a/q')).toBe('p/a/q');
  expect(ids.currentId('p/gone/q')).toBe('p/gone/q');
  expect(ids.storedIds('p/a/q')).toEqual(['p/a/q']);
});

test('an item that has another id, in a lesson that has another address, is found by all the ids it had on the way', () => {
  const ids = idsOf({ 'p/c': { formerly: ['p/a', 'p/b'], items: { three: ['one', 'two'], same: undefined } } });
  for (const lesson of ['p/a', 'p/b', 'p/c']) {
    for (const local of ['one', 'two', 'three']) expect(ids.currentId(`${lesson}/${local}`)).toBe('p/c/three');
    expect(ids.currentId(`${lesson}/same`)).toBe('p/c/same');
  }
  expect([...ids.formerIds('p/c/same')].sort()).toEqual(['p/a/same', 'p/b/same']);
  expect(ids.currentLesson('p/a')).toBe('p/c');
  expect(ids.storedLessons('p/c')).toEqual(['p/c', 'p/a', 'p/b']);
});

test('an item goes to another lesson, also out of one that moved before or after', () => {
  const ids = idsOf({
    'p/b': { formerly: ['p/a'], items: { stays: undefined } },
    'p/d': { formerly: ['p/c'], items: { q: 'p/a/q', r: 'p/b/r' } },
  });
  expect(ids.currentId('p/a/q')).toBe('p/d/q');
  expect(ids.currentId('p/b/q')).toBe('p/d/q');
  expect(ids.currentId('p/a/r')).toBe('p/d/r');
  expect(ids.currentId('p/c/q')).toBe('p/d/q');
});

test('an id that is alive is never taken for another, whatever `moved` says', () => {
  const ids = idsOf({ 'p/b': { formerly: ['p/a'], items: { q: undefined, thief: 'q', other: 'p/a/q' } } });
  expect(ids.currentId('p/b/q')).toBe('p/b/q');
  expect(ids.currentId('p/a/q')).toBe('p/b/q');
  expect(ids.formerIds('p/b/thief')).toEqual(['p/a/thief']);
});

test('an id that went nowhere keeps its name', () => {
  const ids = idsOf({ 'p/b': { formerly: ['p/a'], items: { q: undefined } } });
  expect(ids.currentId('p/a/gone')).toBe('p/a/gone');
  expect(ids.item('p/a/gone')).toBeUndefined();
});

test('a curriculum is looked through once', () => {
  const one = taught({ 'p/a': { items: { q: 'r' } } });
  expect(movedIds(one)).toBe(movedIds(one));
});

test('whatever is written, each old id leads to one item at most, and that item knows of it', () => {
  const local = fc.constantFrom('q', 'r', 's', 't');
  const lesson = fc.constantFrom('p/a', 'p/b', 'p/c', 'p/d');
  const old = fc.oneof(
    local,
    fc.tuple(lesson, local).map((parts) => parts.join('/')),
  );
  const one = fc.record({
    formerly: fc.uniqueArray(lesson, { maxLength: 3 }),
    items: fc.dictionary(local, fc.option(fc.array(old, { minLength: 1, maxLength: 3 }), { nil: undefined })),
  });
  fc.assert(
    fc.property(fc.dictionary(lesson, one), (lessons) => {
      const curriculum = taught(lessons);
      const ids = movedIds(curriculum);
      for (const home of ['p/a', 'p/b', 'p/c', 'p/d'])
        for (const name of ['q', 'r', 's', 't']) {
          const id = `${home}/${name}`;
          const now = ids.currentId(id);
          expect(ids.currentId(now)).toBe(now);
          if (curriculum.item(now)) expect(ids.storedIds(now)).toContain(id);
          for (const former of curriculum.item(id) ? ids.formerIds(id) : []) expect(ids.currentId(former)).toBe(id);
        }
    }),
    { numRuns: 500 },
  );
});
