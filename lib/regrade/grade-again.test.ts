import { expect, test } from 'vitest';
import type { KnownVersion, SecretForm } from '@/lib/attempts/known-version';
import { type Task, taskSchema } from '@/lib/labs/task';
import { questionSchema } from '@/lib/quiz/question';
import { gradeAgain } from '@/lib/regrade/grade-again';
import { keyChanges } from '@/lib/regrade/grading-key';
import { keyForEarlier } from '@/lib/regrade/key-for-earlier';
import type { Candidate, Target } from '@/lib/regrade/regrade';
import { portsQuestion } from './test-history-store';

const seed = '0123456789abcdef0123456789abcdef';

/** "How many bytes from a to b?": everyone is given another `n`. */
function countQuestion(formula: string, n: object = { from: 2, to: 9 }): SecretForm {
  const question = questionSchema.parse({
    id: 'count',
    kind: 'numeric',
    prompt: { en: 'Bytes {n}?', zh: '字节{n}？' },
    parameters: { n },
    value: formula,
  });
  return { kind: 'question', question };
}

function targetOf(before: SecretForm, after: SecretForm): Target {
  const key: KnownVersion = { item: 'nets/x/count', version: 'v', keyRevision: 2, form: after };
  const forms = new Map([
    [1, before],
    [2, after],
  ]);
  return { key, older: new Map([[1, keyChanges(before, after)]]), forms, isNew: false };
}

function answer(response: unknown, more: Partial<Candidate> = {}): Candidate {
  return {
    learnerId: 'ann',
    learner: null,
    id: 'one',
    item: 'nets/x/count',
    version: 'v',
    keyRevision: 1,
    response,
    earned: 0,
    possible: 1,
    draw: null,
    isByPerson: false,
    ...more,
  };
}

const never = () => Promise.reject(new Error('nothing is replayed'));
const drawn = { draw: { seed, keyRevision: 1 } };

test('a variant is graded by the corrected formula with the numbers its learner was given', async () => {
  const target = targetOf(countQuestion('n'), countQuestion('n * 2'));
  const right: string[] = [];
  for (let value = 2; value <= 18; value++) {
    const again = await gradeAgain(answer({ text: String(value), value }, drawn), target, never);
    if (again.kind === 'graded' && again.grade.to.earned === 1) right.push(String(value));
  }
  expect(right).toHaveLength(1);
  expect(Number(right[0]) % 2).toBe(0);
});

test('where the newer key draws other numbers the grade stays', async () => {
  const target = targetOf(countQuestion('n'), countQuestion('n', { from: 20, to: 90 }));
  const again = await gradeAgain(answer({ text: '4', value: 4 }, drawn), target, never);
  expect(again).toEqual({ kind: 'kept', why: 'other-numbers' });
});

function task(more: object = {}): Task {
  return taskSchema.parse({
    id: 'open-it',
    lab: 'tcp',
    title: { en: 'Open it', zh: '打开它' },
    objective: 'open',
    minutes: 2,
    actions: ['listen', 'open', 'next'],
    goal: [{ kind: 'in-state', side: 'client', state: 'ESTABLISHED' }],
    prompt: { en: 'Open the connection.', zh: '打开连接。' },
    ...more,
  });
}

test('a log is replayed against the corrected goal when the task begins alike, and is not when it begins otherwise', async () => {
  const before: SecretForm = { kind: 'task', task: task() };
  const goal = [{ kind: 'in-state', side: 'server', state: 'LISTEN' }];
  const corrected: SecretForm = { kind: 'task', task: task({ goal }) };
  expect(keyForEarlier(before, corrected)).toEqual(corrected);
  expect(keyForEarlier(before, { kind: 'task', task: task({ seed: 7, goal }) })).toBeUndefined();
  const actions = [{ kind: 'listen', side: 'server' }];
  const again = await gradeAgain(answer({ actions }), targetOf(before, corrected), async (asked, log) => {
    expect([asked, log]).toEqual([task({ goal }), actions]);
    return { kind: 'scored', earned: 1, possible: 1, goals: [true], landmark: 'listening', deadEnd: null, steps: 1 };
  });
  expect(again).toMatchObject({ kind: 'graded', grade: { to: { earned: 1 }, detail: { goals: [true] } } });
});

test('a log that cannot be replayed in time keeps its grade', async () => {
  const form: SecretForm = { kind: 'task', task: task() };
  const again = await gradeAgain(answer({ actions: [] }), targetOf(form, form), async () => ({ kind: 'deferred' }));
  expect(again).toEqual({ kind: 'kept', why: 'cannot-be-judged' });
});

test("today's key is laid over an earlier wording only where it says of every option whether it is right", () => {
  const earlier: SecretForm = { kind: 'question', question: portsQuestion('https', ['a', 'b']) };
  const prompt = { en: 'Which ones?', zh: '是哪些？' };
  const now = portsQuestion('https', ['c', 'd'], { prompt, explanation: { en: 'Because.', zh: '因为。' } });
  const laid = keyForEarlier(earlier, { kind: 'question', question: now });
  const right = portsQuestion('https', ['c', 'd'], { explanation: { en: 'Because.', zh: '因为。' } });
  expect(laid).toEqual({ kind: 'question', question: right });

  const numeric: SecretForm = countQuestion('n');
  expect(keyForEarlier(earlier, numeric)).toBeUndefined();
  const options = ['a', 'b', 'e'].map((id) => ({
    id,
    text: { en: id, zh: id },
    ...(id === 'e' ? {} : { right: true }),
  }));
  const others: SecretForm = { kind: 'question', question: portsQuestion('https', [], { options }) };
  expect(keyForEarlier(earlier, others)).toBeUndefined();
});
