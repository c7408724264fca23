import { describe, expect, test } from 'vitest';
import { taskSchema } from '@/lib/labs/task';
import { quizSchema } from '@/lib/quiz/question';
import { readYaml } from './author-yaml';
import { glossarySchema, lessonSchema, pathSchema } from './content-schemas';
import { sourceText } from './source-text';

const quiz = (text: string) => readYaml(sourceText('quiz.yaml', text), quizSchema).errors;
const path = (text: string) => readYaml(sourceText('path.yaml', text), pathSchema).errors;

describe('a mistake is told with its line, its column and what to write', () => {
  test('an unknown key', () => {
    expect(path('title: { en: A, zh: B }\nsumary: { en: C }\nsummary: { en: C, zh: D }\n')).toEqual([
      {
        file: 'path.yaml',
        line: 2,
        column: 1,
        rule: 'unknown-key',
        message: '"sumary" is not a key here; did you mean "summary"?',
        expected: 'one of title, summary, languages, prerequisites, standard, order',
        found: 'sumary',
        fix: 'summary:',
      },
    ]);
  });

  test('an unknown key inside a question, next to a wrong value, both at once', () => {
    const errors = quiz(`questions:
  - id: Syn
    kind: single-choice
    promt: { en: A }
    prompt: { en: A, zh: B }
    options:
      - { id: a, text: { en: A }, right: true }
      - { id: b, text: { en: B } }
`);
    expect(errors).toMatchObject([
      { line: 2, column: 9, rule: 'wrong-form', found: '"Syn"' },
      { line: 4, column: 5, rule: 'unknown-key', fix: 'prompt:' },
    ]);
  });

  test('an unknown kind of question', () => {
    const errors = quiz('questions:\n  - id: a\n    kind: single-choise\n');
    expect(errors).toMatchObject([
      {
        line: 3,
        column: 11,
        rule: 'unknown-value',
        message: '"kind" cannot be "single-choise"; did you mean "single-choice"?',
        expected: expect.stringContaining('one of single-choice, multiple-choice, numeric, '),
        fix: 'single-choice',
      },
    ]);
  });

  test('a missing key is told where it should stand', () => {
    expect(quiz('questions:\n  - id: a\n    kind: numeric\n    prompt: { en: A }\n')).toMatchObject([
      { line: 2, column: 5, rule: 'missing-key', message: '"value" is missing', fix: 'value: …' },
    ]);
  });

  test('a wrong type', () => {
    expect(path('title: Handshakes\nsummary: { en: A }\n')).toMatchObject([
      { line: 1, column: 8, rule: 'wrong-type', message: '"title" should be a mapping of keys', found: '"Handshakes"' },
    ]);
  });

  test('a rule that only the whole tells: no option is right', () => {
    const errors = quiz(
      'questions:\n  - id: a\n    kind: single-choice\n    prompt: { en: A }\n    options:\n      - { id: x, text: { en: A } }\n      - { id: y, text: { en: B } }\n',
    );
    expect(errors).toMatchObject([
      { line: 6, column: 7, message: 'exactly one option is right: give one of them "right: true"' },
    ]);
  });

  test('a lab’s own schema: an action that does not exist, deep inside', () => {
    const text =
      'title: { en: A }\nlab: tcp\nobjective: open\nminutes: 2\nactions: [opn]\ngoal:\n  - { kind: in-stat, side: client, state: CLOSED }\nprompt: { en: A }\n';
    expect(readYaml(sourceText('a.task.yaml', text), taskSchema, { id: 'a' }).errors).toMatchObject([
      { line: 5, column: 11, message: 'entry 1 of "actions" cannot be "opn"; did you mean "open"?' },
      { line: 7, column: 13, message: '"kind" cannot be "in-stat"; did you mean "in-state"?' },
    ]);
  });

  test('the same place, whatever the line ends and with a byte order mark', () => {
    const text = '\uFEFFtitle: { en: A, zh: B }\r\nsumary: { en: C }\r\nsummary: { en: C, zh: D }\r\n';
    expect(path(text)).toMatchObject([{ line: 2, column: 1, rule: 'unknown-key' }]);
  });
});

test('YAML’s own mistakes have a place too', () => {
  expect(path('title: { en: A\n')).toMatchObject([{ rule: 'yaml' }]);
  expect(path('title: { en: A }\ntitle: { en: B }\nsummary: { en: C }\n')).toMatchObject([
    { line: 2, column: 1, rule: 'yaml-duplicate-key' },
  ]);
});

test.each([
  ['a colon within { }', 'title: { en: 2 to the 16th: 0, zh: A }', 14, 'yaml-colon', '"2 to the 16th: 0"'],
  ['a colon in words', 'title: 2: 3', 8, 'yaml-colon', '"2: 3"'],
  ['a sign at the beginning', 'title: { en: % }', 14, 'yaml', '"%"'],
  ['bold words', 'title: { en: *x , zh: A }', 14, 'yaml', '"*x"'],
  ['a formula in double quotes', 'title: { en: "\\ce{O2}" }', 15, 'yaml-escape', "'\\ce{O2}'"],
  ['a formula that YAML would swallow', 'title: { en: "\\frac{1}{2}" }', 14, 'yaml-escape', "'\\frac{1}{2}'"],
  ['the same, and an apostrophe', `title: { en: "it's \\frac" }`, 14, 'yaml-escape', `"it's \\\\frac"`],
  ['a formula that begins like a tab', 'title: { en: "$`\\times`$" }', 14, 'yaml-escape', "'$`\\times`$'"],
])('%s is told once, with what to write', (_what, line, column, rule, fix) => {
  const errors = path(`${line}\nsummary: { en: A, zh: B }\n`);
  expect(errors.filter((error) => error.line === 1)).toMatchObject([{ column, rule, fix }]);
});

test.each([
  ['quotes inside quotes', 'title: "he said "no" to"', 'the quotes end before this'],
  ['a bracket in words', 'title: { en: What? [a] b, zh: B }', 'the value ends before this'],
  ['a quote that is left open', 'title: "A', 'never closed'],
  ['a bracket that is left open', 'title: {en: A, zh: B', 'not closed'],
  ['words that begin like a list', 'title: - b', 'a list begins on the line after its key'],
])('%s is told once, in words', (_what, line, said) => {
  const errors = path(`${line}\nsummary: { en: A, zh: B }\n`);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toContain(said);
});

test('a line break and a tab in double quotes are meant', () => {
  expect(path('title: { en: "A\\tB", zh: "A\\nB" }\nsummary: { en: A, zh: B }\n')).toEqual([]);
});

test('12:30 is text, a tag runs nothing, __proto__ is a key like any other', () => {
  const terms = readYaml(
    sourceText('g.yaml', 'terms: [ { id: a, term: { en: 12:30 }, meaning: { en: A } } ]'),
    glossarySchema,
  );
  expect(terms.value?.terms[0]?.term.en).toBe('12:30');
  expect(path('title: !!js/function "function () {}"\nsummary: { en: A }\n')).toMatchObject([
    { line: 1, rule: 'yaml-tag' },
  ]);
  expect(path('title: { en: A }\nsummary: { en: A }\n__proto__: { polluted: true }\n')).toMatchObject([
    { line: 3, column: 1, rule: 'unknown-key' },
  ]);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('what a file’s name says is not said again inside', () => {
  expect(readYaml(sourceText('a.task.yaml', 'id: a\n'), taskSchema, { id: 'a' }).errors).toMatchObject([
    { line: 1, column: 1, message: '"id" is the file\'s name and is not written again' },
  ]);
});

test('an empty file says so', () => {
  expect(readYaml(sourceText('lesson.yaml', ''), lessonSchema).errors).toMatchObject([
    { line: 1, column: 1, rule: 'missing-key' },
  ]);
});
