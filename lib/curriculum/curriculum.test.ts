import { describe, expect, test } from 'vitest';
import { Curriculum } from './curriculum';
import type { Lesson, LessonText, Path, Site } from './lesson';
import { lessonMinutes, pathMinutes, readingMinutes } from './minutes';

const site: Site = {
  name: { en: 'H' },
  tagline: { en: 'T' },
  logo: undefined,
  footer: {},
  legal: [],
  routes: [],
  languages: ['en', 'zh'],
};

const text = (locale: 'en' | 'zh', more: Partial<LessonText> = {}): LessonText => ({
  locale,
  file: `${locale}.mdx`,
  title: locale,
  lede: '',
  from: undefined,
  body: '',
  headings: [],
  readingMinutes: 3,
  isStale: false,
  places: [],
  ...more,
});

const lesson = (slug: string, order: number, more: Partial<Lesson> = {}): Lesson => ({
  id: `tcp/${slug}`,
  path: 'tcp',
  slug,
  order,
  folder: `/content/tcp/${slug}`,
  draft: false,
  objectives: [],
  prerequisites: [],
  parts: [],
  sources: [],
  formerly: [],
  texts: { en: text('en'), zh: text('zh') },
  items: [],
  runs: [],
  figures: [],
  media: [],
  ...more,
});

const path = (lessons: Lesson[]): Path => ({
  id: 'tcp',
  title: { en: 'TCP' },
  summary: {},
  languages: ['en', 'zh'],
  prerequisites: [],
  standard: { labs: 0, tasks: 0, questions: 0, kinds: 0, variants: 0, assessed: 0, perObjective: 0 },
  order: 1,
  lessons,
});

const three = new Curriculum(
  site,
  [
    path([
      lesson('one', 1),
      lesson('two', 2, { formerly: ['tcp/zwei'], texts: { en: text('en') } }),
      lesson('three', 3),
    ]),
  ],
  [{ id: 'segment', term: { en: 'segment' }, meaning: { en: 'What TCP sends.' } }],
);

test('lessons follow one another within their path', () => {
  const at = (slug: string) => three.lesson('tcp', slug) ?? lesson('none', 9);
  expect(three.previous(at('one'))).toBeUndefined();
  expect(three.next(at('one'))?.slug).toBe('two');
  expect(three.previous(at('three'))?.slug).toBe('two');
  expect(three.next(at('three'))).toBeUndefined();
  expect(three.next(at('none'))).toBeUndefined();
});

describe('an address in a language', () => {
  test('is shown in that language', () => {
    expect(three.route('zh', 'tcp', 'one')).toMatchObject({ locale: 'zh', textLocale: 'zh', isFallback: false });
  });

  test('without a text in it is shown in the other one, and says so', () => {
    expect(three.route('zh', 'tcp', 'two')).toMatchObject({ locale: 'zh', textLocale: 'en', isFallback: true });
  });

  test('that does not exist has no route', () => {
    expect(three.route('en', 'tcp', 'four')).toBeUndefined();
    expect(three.route('en', 'udp', 'one')).toBeUndefined();
    expect(three.lesson('tcp', '__proto__')).toBeUndefined();
  });
});

test('an old address leads to the lesson that took its place', () => {
  expect(three.movedFrom('tcp', 'zwei')?.slug).toBe('two');
  expect(three.movedFrom('tcp', 'one')).toBeUndefined();
});

test('a term is found by its id', () => {
  expect(three.term('segment')?.term.en).toBe('segment');
  expect(three.term('toString')).toBeUndefined();
});

describe('minutes', () => {
  test('180 words or 350 Han a minute, each counted where both stand together', () => {
    expect(readingMinutes('word '.repeat(360))).toBe(2);
    expect(readingMinutes('字'.repeat(700))).toBe(2);
    expect(readingMinutes('字'.repeat(350) + ' word'.repeat(180))).toBe(2);
    expect(readingMinutes('')).toBe(1);
  });

  test('a minute a question, a task’s own minutes, only what the text places', () => {
    const question = {
      kind: 'question' as const,
      id: 'tcp/one/q',
      local: 'q',
      lesson: 'tcp/one',
      question: {
        kind: 'numeric' as const,
        id: 'q',
        use: 'practice' as const,
        prompt: { en: 'How many?' },
        value: 1,
        tolerance: 0,
        mistakes: [],
      },
    };
    const placed = lesson('one', 1, { items: [question, { ...question, id: 'tcp/one/r', local: 'r' }] });
    const words = text('en', { places: [{ component: 'Quiz', id: 'q' }] });
    expect(lessonMinutes(placed, words)).toEqual({ read: 3, do: 1 });
    expect(pathMinutes(path([lesson('one', 1), lesson('two', 2)]), 'en')).toBe(6);
  });
});
