import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { functionNames } from '@/lib/formula/functions';
import { feedbackOn, grade, misconceptionOf } from '../grade';
import { kinds } from '../kinds';
import type { Kind } from '../public-kinds';
import { toPublicQuestion } from '../public-question';
import { type Question, type QuestionOf, questionSchema } from '../question';
import { versionOf } from '../question-version';
import { richText } from '../rich-text';
import { asKind } from '../test-kinds';
import { drawParameters } from './draw-parameters';
import { holesIn } from './hole';
import { instantiate } from './instantiate';
import { proveVariant } from './prove-variant';
import { publicHoles } from './public-holes';
import { everyTemplate, nextExpected, whichAck, whichPorts } from './test-variants';

const seeds = fc.stringMatching(/^[0-9a-f]{32}$/);
const one = '00112233445566778899aabbccddeeff';

/** As a database that does not keep the order of keys gives it back. */
function shuffledKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffledKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inside]) => [key, shuffledKeys(inside)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).reverse());
}

describe.each(everyTemplate.map((question) => [question.kind, question] as const))('a variant of %s', (_, question) => {
  test('is the same bytes each time it is made from its seed, also from a key that was kept', () => {
    const kept = questionSchema.parse(shuffledKeys(JSON.parse(JSON.stringify(question))));
    fc.assert(
      fc.property(seeds, (seed) => {
        const asked = JSON.stringify(publicHoles(question, seed));
        expect(JSON.stringify(publicHoles(kept, seed))).toBe(asked);
        expect(JSON.stringify(instantiate(question, seed))).toBe(JSON.stringify(instantiate(question, seed)));
        expect(versionOf(instantiate(kept, seed))).toBe(versionOf(instantiate(question, seed)));
      }),
    );
  });

  test('is shown, lettered and versioned like its template', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = instantiate(question, seed);
        expect(JSON.stringify(toPublicQuestion(instance))).toBe(JSON.stringify(toPublicQuestion(question)));
        expect(lettersOf(instance)).toEqual(lettersOf(question));
      }),
    );
  });

  test('shows neither formula nor name, and a value for each place and no other', () => {
    const shown = JSON.stringify(toPublicQuestion(question));
    for (const name of Object.keys(question.parameters ?? {})) expect(holesIn(shown)).not.toContain(name);
    expect(holesIn(shown).every((hole) => /^\d+$/.test(hole))).toBe(true);
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(Object.keys(publicHoles(question, seed)).sort()).toEqual([...new Set(holesIn(shown))].sort());
      }),
    );
  });

  test('proves itself in a thousand draws', () => {
    expect(proveVariant(question)).toEqual([]);
  });
});

function numeric(question: Question): QuestionOf<'numeric'> {
  if (question.kind !== 'numeric') throw new Error(`${question.kind} is not numeric`);
  return question;
}

function lettersOf<K extends Kind>(question: QuestionOf<K>) {
  return kinds[question.kind].letters(question);
}

test('the numbers of a seed are the same for ever', () => {
  expect(drawParameters(nextExpected, one)).toEqual({
    kind: 'drawn',
    en: { isn: 45_757, length: 1_460, key: 47_217 },
    zh: { isn: 45_757, length: 1_460, key: 47_217 },
  });
});

test('what is told after answering has the numbers, and the mistake its name', () => {
  const instance = numeric(instantiate(nextExpected, one));
  const drawn = drawParameters(nextExpected, one);
  const isn = drawn.kind === 'drawn' ? Number(drawn.en.isn) : 0;
  const wrong = { text: String(isn), value: isn };
  expect(grade(instance, wrong)).toEqual({ kind: 'scored', earned: 0, possible: 1 });
  expect(misconceptionOf(instance, wrong)).toBe('ack-of-received');
  expect(feedbackOn(instance, wrong).note?.en).toEqual(
    richText(`You acknowledged the byte you received (${isn}), not the next one you expect.`),
  );
  const right = kinds.numeric.fromKey(instance);
  expect(misconceptionOf(instance, right)).toBeUndefined();
  expect(instance.explanation?.en).toContain(`= ${right.text}`);
});

test('where key and mistake give the same number, the key decides', () => {
  const same = questionSchema.parse({
    id: 'same',
    kind: 'numeric',
    parameters: { a: { of: [1, 2] } },
    prompt: { en: '{a} squared?' },
    value: 'a ** 2',
    mistakes: [{ value: 'a * 2', misconception: 'doubled', feedback: { en: 'doubled' } }],
  });
  const instance = asKind('numeric', {
    prompt: { en: 'x' },
    value: 4,
    mistakes: [{ value: 4, misconception: 'doubled', feedback: { en: 'x' } }],
  });
  expect(misconceptionOf(instance, { text: '4', value: 4 })).toBeUndefined();
  expect(proveVariant(same)).toMatchObject([
    {
      place: ['mistakes', 0],
      rule: 'variant-mistake',
      message: expect.stringMatching(/^this mistake gives the right number \(\d+ of 1000 draws\)$/),
      found: expect.stringMatching(/^a = 2; seed [0-9a-f]{32}$/),
    },
  ]);
});

test('a quantity is grouped as its language does it, and nothing else is', () => {
  const big = questionSchema.parse({
    id: 'big',
    kind: 'numeric',
    parameters: { n: { of: [1_234_567] } },
    prompt: { en: '{n} {n|grouped}', zh: '{n} {n|grouped}' },
    value: 'n',
  });
  expect(Object.values(publicHoles(big, one)).sort()).toEqual(['1,234,567', '1234567', '1234567', '1234567'].sort());
});

test('a word reads in each language as it is written there', () => {
  const values = new Set(
    fc
      .sample(seeds, 60)
      .flatMap((seed) => Object.values(publicHoles(whichPorts, seed)).filter((value) => /\D/.test(value))),
  );
  expect(values).toEqual(new Set(['a web page', '网页', 'TLS']));
});

test('which option is right cannot be told from what is shown', () => {
  const shown = JSON.stringify(toPublicQuestion(whichAck));
  const [same, next, two] = whichAck.kind === 'single-choice' ? whichAck.options : [];
  const other = { ...whichAck, options: [{ ...same, right: true }, { ...next, right: undefined }, two] };
  expect(JSON.stringify(toPublicQuestion(questionSchema.parse(other)))).toBe(shown);
});

test('what is shown is the same bytes whatever the key, the mistakes and what is told about them', () => {
  const { value: _value, ...shown } = numeric(nextExpected);
  const other = questionSchema.parse({
    ...shown,
    value: 'isn * 2 + key',
    tolerance: 'length',
    mistakes: [{ value: 'isn + 7', misconception: 'another', feedback: { en: 'another {key}' } }],
    explanation: { en: 'another' },
  });
  expect(JSON.stringify(toPublicQuestion(other))).toBe(JSON.stringify(toPublicQuestion(nextExpected)));
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(publicHoles(other, seed)).toEqual(publicHoles(nextExpected, seed));
    }),
  );
});

test('a brace without parameters is a brace', () => {
  const plain = questionSchema.parse({ id: 'p', kind: 'numeric', prompt: { en: 'What is {x}?' }, value: 1 });
  expect(plain.prompt.en).toBe('What is {x}?');
  expect(holesIn(JSON.stringify(plain))).toEqual([]);
});

describe('a mistake of an author is told at its place', () => {
  const template = {
    id: 'q',
    kind: 'numeric',
    parameters: { isn: { from: 1, to: 9 } },
    prompt: { en: 'x {isn}' },
    value: 'isn',
  };
  const first = (made: object) => {
    const issue = questionSchema.safeParse({ ...template, ...made }).error?.issues[0];
    return `${issue?.path.join('.')}: ${issue?.message}`;
  };
  test.each<[object, RegExp]>([
    [{ value: 'isn +' }, /^value: the formula cannot be read: column 6/],
    [{ value: 'isnn' }, /^value: .*expected one of the parameters isn, found "isnn"/],
    [{ prompt: { en: 'x {ins} {isn}' } }, /^prompt.en: .*found "ins"/],
    [{ parameters: undefined }, /^value: is a formula, and this question has no parameters/],
    [
      { parameters: { isn: { from: 1, to: 9 }, unused: { from: 1, to: 2 } } },
      /^parameters.unused: nothing uses "unused"/,
    ],
    [{ parameters: { isn: { is: 'b' }, b: { is: 'isn' } } }, /^parameters.isn: "isn" follows from itself/],
    [{ parameters: { isn: { from: 9, to: 1 } } }, /^parameters.isn/],
    [{ parameters: { and: { from: 1, to: 9 } } }, /^parameters.and/],
    [{ unit: { en: '{isn}' } }, /^unit.en: a number cannot stand here/],
    [{ where: ['isn >'] }, /^where.0: the formula cannot be read/],
  ])('%j', (made, words) => {
    expect(first(made)).toMatch(words);
  });

  test('conditions that can never hold are told with what to do', () => {
    const never = questionSchema.parse({ ...template, where: ['isn > 9'] });
    expect(proveVariant(never)).toMatchObject([
      {
        place: ['where', 0],
        message: expect.stringMatching(/drawn 100 times, .*narrow the parameters.*\(1000 of 1000 draws\)/),
      },
    ]);
  });

  test('a question that is the same for everyone is told so', () => {
    const same: Question = questionSchema.parse({ ...template, prompt: { en: 'x' } });
    expect(proveVariant(same)).toMatchObject([{ rule: 'variant-same' }]);
  });
});

describe.each([
  ['content/README.md', '### Variants'],
  ['content/README.zh.md', '### 变式'],
])('the author’s handbook %s', (file, heading) => {
  const text = readFileSync(file, 'utf8');
  const words = text.slice(text.indexOf(heading)).split(/\n##+ /)[0] ?? '';

  test('shows a variant that can be written so, and proves itself', () => {
    const [, yaml = ''] = /```yaml\n([^`]*)```/.exec(words) ?? [];
    const [example] = z.array(z.unknown()).parse(parse(yaml));
    expect(proveVariant(questionSchema.parse(example))).toEqual([]);
  });

  test('names every function', () => {
    for (const name of functionNames) expect(words).toMatch(new RegExp(`\`${name}[(\`]`));
  });
});
