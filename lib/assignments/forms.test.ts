import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bringGift } from '@/lib/assignments/bring-questions';
import { Faults } from '@/lib/assignments/field-fault';
import { judgedQuestion } from '@/lib/assignments/judge-question';
import { mayChange } from '@/lib/assignments/may-change';
import { draftQuestion } from '@/lib/assignments/question-draft';
import { type OwnKind, ownKinds } from '@/lib/assignments/question-rows';
import { readPolicy } from '@/lib/assignments/read-policy';
import { type Assignment, type Extension, withExtensions } from '@/lib/attempts/assignment';
import { assignmentPolicySchema, policySchema } from '@/lib/attempts/policy';
import { chooseItems, selectionSchema } from '@/lib/attempts/selection';
import { gradeOfKey } from '@/lib/quiz/prove-question';

function formOf(values: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one);
  return form;
}

const asked = { 'prompt-en': 'How many?', 'explanation-en': 'We counted.' };
const right: Readonly<Record<OwnKind, Readonly<Record<string, string | readonly string[]>>>> = {
  'single-choice': { ...asked, 'option-1-en': 'one', 'option-3-en': 'three', 'feedback-1-en': 'Too few.', right: '3' },
  'multiple-choice': { ...asked, 'option-1-en': 'one', 'option-2-en': 'two', 'option-4-en': 'four', right: ['1', '4'] },
  'short-text': { ...asked, accept: 'three\r\n3', near: '4', 'near-said-en': 'One less.' },
  numeric: { ...asked, value: '2,5', tolerance: '2%', unit: 'ms', 'mistake-1': '5', 'mistake-said-1-en': 'Halve it.' },
  written: { 'prompt-en': 'Why?', 'criterion-1-en': 'Names the cause', 'points-1': '2', 'answer-en': 'Because.' },
};

function judged(kind: OwnKind, values: Readonly<Record<string, string | readonly string[]>>) {
  const faults = new Faults();
  const question = judgedQuestion(draftQuestion(formOf(values), kind, 'how-many', undefined), 'en', faults);
  return { question, faults: Object.fromEntries(faults.all.map(({ field, code }) => [field, code])) };
}

describe('the form of a question', () => {
  test.each(ownKinds)('%s: makes a question that earns everything by its key, and is assessed', (kind) => {
    const { question, faults } = judged(kind, right[kind]);
    expect(faults).toEqual({});
    expect(question).toMatchObject({ id: 'how-many', kind, use: 'assessed' });
    const grade = question && gradeOfKey(question);
    expect(grade).toMatchObject(kind === 'written' ? { kind: 'received', possible: 2 } : { kind: 'scored', earned: 1 });
  });

  test('tells what is wrong at the field where it was typed, not at the entry it would have become', () => {
    expect(judged('single-choice', {}).faults).toEqual({
      'prompt-en': 'missing',
      'explanation-en': 'missing',
      options: 'few-options',
    });
    const twice = { ...asked, 'option-2-en': 'same', 'option-7-en': 'Same', right: '2', 'feedback-7-en': '<script>' };
    expect(
      Object.keys(
        judged('single-choice', { ...asked, 'option-2-en': 'a', 'option-7-en': '[x](javascript:1)', right: '2' })
          .faults,
      ),
    ).toEqual(['option-7-en']);
    expect(judged('single-choice', { ...twice, right: ['2', '7'] }).faults).toEqual({ options: 'one-right' });
    expect(judged('numeric', { ...asked, value: 'many' }).faults).toEqual({ value: 'not-a-number' });
    expect(judged('numeric', { ...asked, value: '5', 'mistake-2': '5', 'mistake-said-2-en': 'No.' }).faults).toEqual({
      'mistake-2': 'as-written',
    });
    expect(judged('short-text', { ...asked, accept: ' \n ' }).faults).toEqual({ accept: 'missing' });
    expect(judged('written', { 'prompt-en': 'Why?' }).faults).toEqual({ 'criterion-1-en': 'missing' });
    expect(judged('written', { ...right.written, 'points-1': '' }).faults).toEqual({ 'points-1': 'as-written' });
  });

  test('keeps an option’s id when its words change: stored answers name it', () => {
    const { question } = judged('single-choice', right['single-choice']);
    const changed = draftQuestion(
      formOf({ ...asked, 'option-1-en': 'uno', 'option-2-en': 'drei', right: '2' }),
      'single-choice',
      'how-many',
      question,
    );
    expect(changed.written.options).toMatchObject([{ id: 'option-1' }, { id: 'option-3' }]);
  });

  test('never throws, whatever is sent', () => {
    const names = [...new Set(Object.values(right).flatMap((one) => Object.keys(one)))];
    const values = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '-0', '1e999', '{{a}}', '$x$', '= 1')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ownKinds), values, (kind, typed) => {
        const { question, faults } = judged(kind, typed);
        expect(question === undefined).toBe(Object.keys(faults).length > 0);
      }),
      { numRuns: 400 },
    );
  });
});

describe('GIFT for a class', () => {
  test('brings what keeps the rules as assessed questions, and tells what does not come along', () => {
    const would = bringGift(
      '::Port of SSH::Where? {=22 ~23#Telnet.}\n\n::broken:: {=\n\n::A text::Words alone.\n\n::Port of SSH::Again? {=1 ~2}',
      'en',
      ['port-of-ssh'],
    );
    expect(would.questions.map(({ id, use }) => [id, use])).toEqual([
      ['port-of-ssh-2', 'assessed'],
      ['port-of-ssh-3', 'assessed'],
    ]);
    expect(would.faults).toHaveLength(1);
    expect(would.notes).toMatchObject([{ item: 'A text', loss: 'left-out' }]);
  });
});

describe('the rules as they are typed', () => {
  const read = (values: Readonly<Record<string, string>>) => {
    const faults = new Faults();
    return {
      policy: readPolicy(formOf(values), 'timed', faults),
      codes: faults.all.map(({ field, code }) => `${field} ${code}`),
    };
  };

  test('are read with commas of either sort, and percent signs', () => {
    const { policy, codes } = read({
      minutes: '22,5',
      tries: '3',
      credit: '100 %，70，40',
      'late-hours': '48',
      'late-credit': '50',
    });
    expect(codes).toEqual([]);
    expect(policy).toEqual({
      kind: 'timed',
      minutes: 22.5,
      tries: 3,
      credit: [1, 0.7, 0.4],
      feedback: 'after-due',
      late: { hours: 48, credit: 0.5 },
    });
  });

  test('whatever is typed, what is read keeps the schema of stored rules', () => {
    const typed = fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('', '100, 50', 'NaN', '1e9', '-1'));
    fc.assert(
      fc.property(
        fc.record({ minutes: typed, tries: typed, credit: typed, 'late-hours': typed, 'late-credit': typed }),
        (values) => {
          expect(assignmentPolicySchema.safeParse(read(values).policy).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('several extensions', () => {
  const day = fc.integer({ min: -9, max: 40 }).map((days) => new Date(Date.UTC(2026, 10, 24 + days)));
  const extension = fc.record<Extension>({
    dueAt: fc.option(day),
    timeFactor: fc.double({ min: 0.1, max: 5, noNaN: true }),
  });
  const assignment: Assignment = {
    id: '1',
    classId: '2',
    title: {},
    policy: { kind: 'practice', late: { hours: 0, credit: 1 } },
    selection: { kind: 'items', items: ['a/b/c'] },
    frozen: [],
    opensAt: new Date(0),
    dueAt: new Date(Date.UTC(2026, 10, 24)),
    frozenAt: new Date(0),
    withdrawnAt: null,
  };

  test('never give less than any of them, nor less than everybody has; their order does not matter', () => {
    fc.assert(
      fc.property(fc.array(extension, { maxLength: 6 }), (all) => {
        const given = withExtensions(assignment, all);
        for (const { dueAt, timeFactor } of [...all, { dueAt: assignment.dueAt, timeFactor: 1 }]) {
          expect(given.dueAt >= (dueAt ?? assignment.dueAt)).toBe(true);
          expect(given.timeFactor).toBeGreaterThanOrEqual(timeFactor);
        }
        const dates = [assignment.dueAt, ...all.flatMap(({ dueAt }) => dueAt ?? [])].map(Number);
        expect(dates).toContain(given.dueAt.getTime());
        expect(withExtensions(assignment, [...all].reverse())).toEqual(given);
      }),
    );
  });
});

describe('what was stored before', () => {
  test('still parses: selections and rules from before there was practice', () => {
    expect(selectionSchema.parse({ kind: 'items', items: ['a/b/c'] })).toEqual({ kind: 'items', items: ['a/b/c'] });
    expect(selectionSchema.parse({ kind: 'each', objectives: [{ objective: 'a/b#c', count: 2 }] }).kind).toBe('each');
    const rules = { kind: 'graded', tries: 1, credit: [1], feedback: 'now' };
    expect(assignmentPolicySchema.parse(rules)).toEqual(policySchema.parse(rules));
    expect(policySchema.safeParse({ kind: 'practice', late: { hours: 0, credit: 1 } }).success).toBe(false);
    expect(chooseItems({ kind: 'work', paths: [], lessons: ['a/b'], items: [] }, [], 'seed')).toEqual([]);
  });
});

describe('what may still be changed', () => {
  const graded = {
    policy: assignmentPolicySchema.parse({ kind: 'graded', tries: 1, credit: [1], feedback: 'now' }),
    withdrawnAt: null,
  };
  test('of a quiz follows from whether somebody has begun', () => {
    expect(mayChange(graded, 0, false)).toEqual({ title: true, opens: true, due: 'any', rules: true, wording: true });
    expect(mayChange(graded, 1, false)).toEqual({
      title: true,
      opens: false,
      due: 'later',
      rules: false,
      wording: false,
    });
  });

  test('is nothing of what was withdrawn, or of an archived class', () => {
    expect(Object.values(mayChange({ ...graded, withdrawnAt: new Date(0) }, 0, false))).toEqual([
      false,
      false,
      'no',
      false,
      false,
    ]);
    expect(Object.values(mayChange(graded, 0, true))).toEqual([false, false, 'no', false, false]);
  });
});
