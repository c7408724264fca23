import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackOn, grade } from './grade';
import { kinds } from './kinds';
import { proveQuestion } from './prove-question';
import { type Kind, publicKinds } from './public-kinds';
import { toPublicQuestion } from './public-question';
import { type QuestionOf, questionSchema } from './question';
import { versionOf } from './question-version';
import { inLetters, lettersByOption, readResponse } from './read-response';
import { storedResponse } from './stored-response';
import { everyKind, kindTests } from './test-every-kind';
import { asKind } from './test-kinds';

/** What a browser is handed and sends back: letters, through JSON. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The share of the points; of what a machine does not judge, and of what is not finished, none. */
function share<K extends Kind>(question: QuestionOf<K>, response: Parameters<typeof grade<K>>[1]): number {
  const verdict = grade(question, response);
  return verdict.kind === 'scored' ? verdict.earned / verdict.possible : 0;
}

/** JSON of any sort, and JSON that nearly is a response: the right fields with anything in them. */
const anyJson = fc.oneof(
  fc.jsonValue(),
  fc.anything().map((value) => {
    try {
      return throughJson(value);
    } catch {
      return null;
    }
  }),
  fc.record(
    {
      choice: fc.jsonValue(),
      choices: fc.jsonValue(),
      text: fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 300 })),
      unit: fc.jsonValue(),
      order: fc.jsonValue(),
      blanks: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.jsonValue())),
      places: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('a', 'b', '1', '__proto__'), fc.jsonValue())),
      fields: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('flags', 'seq', 'ack'), fc.jsonValue())),
      from: fc.jsonValue(),
      to: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);

function properties<K extends Kind>(kind: K): void {
  const { any, partsOf, answered, otherSecrets } = kindTests[kind];

  test('answered from its own key it earns everything, and blank it is incomplete', () => {
    fc.assert(fc.property(any, (question) => void expect(proveQuestion(question)).toEqual([])));
  });

  test('what a browser sends for its key is read, stored, read again and sent again as the same', () => {
    fc.assert(
      fc.property(any, (question) => {
        const key = kinds[kind].fromKey(question);
        const read = readResponse(question, throughJson(inLetters(question, key)));
        if (read.kind !== 'complete') throw new Error(JSON.stringify(read));
        const stored = storedResponse(kind, throughJson(read.response));
        expect(stored).toEqual(read.response);
        expect(readResponse(question, throughJson(inLetters(question, stored)))).toEqual(read);
        const verdict = grade(question, stored);
        if (verdict.kind === 'scored') expect(verdict.earned).toBe(verdict.possible);
      }),
    );
  });

  test('left blank it is incomplete however it is said, and never wrong', () => {
    const blanks = ['', ' ', '\u3000', '\u200b', '\n'];
    fc.assert(
      fc.property(any, fc.constantFrom(...blanks), (question, nothing) => {
        const forms = [
          {},
          { choice: '' },
          { choices: [] },
          { order: [] },
          { text: nothing },
          { blanks: { a: nothing } },
        ];
        for (const raw of [...forms, { places: {} }, { fields: {} }, { from: '', to: '' }]) {
          const read = readResponse(question, raw);
          expect(read.kind, JSON.stringify(raw)).not.toBe('complete');
        }
        expect(readResponse(question, {}).kind).toBe('incomplete');
        expect(publicKinds[kind].read(publicKinds[kind].names(toPublicQuestion(question)), {}).kind).toBe('incomplete');
      }),
    );
  });

  test('mending one part never lowers what it earns', () => {
    const flags = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(any, flags, fc.nat(), (question, right, at) => {
        const parts = partsOf(question);
        if (parts === 0) return;
        const before = right.slice(0, parts);
        const after = before.with(at % parts, true);
        const [one, other] = [share(question, answered(question, before)), share(question, answered(question, after))];
        expect(other).toBeGreaterThanOrEqual(one);
        expect(one).toBeGreaterThanOrEqual(0);
        expect(other).toBeLessThanOrEqual(1);
        expect(share(question, answered(question, Array(parts).fill(true)))).toBe(1);
        expect(share(question, answered(question, Array(parts).fill(false)))).toBeLessThan(1);
      }),
    );
  });

  test('reading and grading throw on no JSON, and never give more than there is', () => {
    fc.assert(
      fc.property(any, anyJson, (question, raw) => {
        const read = readResponse(question, raw);
        if (read.kind !== 'complete') return;
        const verdict = grade(question, read.response);
        if (verdict.kind === 'incomplete') return;
        throughJson(feedbackOn(question, read.response));
        if (verdict.kind === 'scored') {
          expect(verdict.earned).toBeGreaterThanOrEqual(0);
          expect(verdict.earned).toBeLessThanOrEqual(verdict.possible);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what is shown is the same bytes whatever its key, its feedback, its ids and its explanation', () => {
    fc.assert(
      fc.property(any, (question) => {
        const shown = toPublicQuestion(question);
        const other = asKind(kind, questionSchema.parse(otherSecrets(question)));
        expect(JSON.stringify(toPublicQuestion(other))).toBe(JSON.stringify(shown));
        expect(versionOf(toPublicQuestion(other))).toBe(versionOf(shown));
        const asked = asKind(kind, questionSchema.parse({ ...question, prompt: { en: 'another question' } }));
        expect(versionOf(toPublicQuestion(asked))).not.toBe(versionOf(shown));
      }),
    );
  });

  test('the browser reads it by the same names as the server, and feedback speaks of names that were shown', () => {
    fc.assert(
      fc.property(any, (question) => {
        const names = publicKinds[kind].names(toPublicQuestion(question));
        expect([...names].sort()).toEqual(Object.keys(kinds[kind].letters(question)).sort());
        const none = Array<boolean>(partsOf(question)).fill(false);
        const letterOf = lettersByOption(question);
        const { marks = {} } = feedbackOn(question, answered(question, none));
        const shown = JSON.stringify(toPublicQuestion(question));
        for (const part of Object.keys(marks)) expect(shown).toContain(`"${letterOf.get(part) ?? part}"`);
      }),
    );
  });
}

for (const kind of everyKind) describe(kind, () => properties(kind));
