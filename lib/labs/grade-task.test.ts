import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeTask } from './grade-task';
import { replayLimits } from './replay';
import { toPublicTask } from './task';
import { closing, testTask } from './test-task';

describe('grading a task by replay', () => {
  it('gives full marks when every goal holds at the end of the log', () => {
    expect(gradeTask(testTask(), closing)).toMatchObject({ kind: 'scored', earned: 1, possible: 1, goals: [true] });
  });

  it('gives none while a goal is open, and says which and how far the learner is', () => {
    const task = testTask({
      goal: [{ kind: 'in-state', side: 'server', state: 'CLOSE-WAIT' }, { kind: 'closed-cleanly' }],
    });
    const verdict = gradeTask(task, [{ kind: 'close', side: 'client' }, { kind: 'next' }, { kind: 'next' }]);
    expect(verdict).toMatchObject({
      kind: 'scored',
      earned: 0,
      goals: [true, false],
      landmark: 'half-closed',
      deadEnd: null,
    });
  });

  it('says so when a goal can no longer be reached', () => {
    const task = testTask({ actions: ['abort', 'next'] });
    const verdict = gradeTask(task, [{ kind: 'abort', side: 'client' }, { kind: 'next' }]);
    expect(verdict).toMatchObject({ kind: 'scored', earned: 0, deadEnd: { goal: 0, why: 'reset-sent' } });
  });

  it('is incomplete, not wrong, when nothing was done', () => {
    expect(gradeTask(testTask(), [])).toEqual({ kind: 'incomplete', missing: 'actions' });
  });

  it('believes no final state: only actions are read', () => {
    const forged = [{ kind: 'close', side: 'client', state: 'CLOSED', earned: 1 }];
    expect(gradeTask(testTask(), forged)).toMatchObject({ kind: 'rejected', code: 'bad-action', at: 0 });
    expect(gradeTask(testTask(), { actions: closing, state: { client: { state: 'CLOSED' } } })).toMatchObject({
      kind: 'rejected',
      code: 'bad-log',
    });
  });

  it('refuses an action the task does not allow, and names it', () => {
    const verdict = gradeTask(testTask(), [{ kind: 'next' }, { kind: 'abort', side: 'client' }]);
    expect(verdict).toMatchObject({ kind: 'rejected', code: 'action-not-allowed', at: 1 });
  });

  it('keeps to the side and the number of times an author allows', () => {
    const task = testTask({ actions: [{ kind: 'close', side: 'client', most: 1 }, 'next', 'wait'] });
    expect(gradeTask(task, [{ kind: 'close', side: 'client' }])).toMatchObject({ kind: 'scored' });
    expect(gradeTask(task, [{ kind: 'close', side: 'server' }])).toMatchObject({ code: 'action-not-allowed', at: 0 });
    expect(gradeTask(task, [closing[0], closing[0]])).toMatchObject({ code: 'action-not-allowed', at: 1 });
  });

  it('refuses 5,001 actions, 64 KiB and one byte, and more engine steps than are allowed', () => {
    const waits = (count: number) => Array.from({ length: count }, () => ({ kind: 'wait', ms: 1 }));
    expect(gradeTask(testTask(), waits(5_001))).toMatchObject({ kind: 'rejected', code: 'too-long' });
    const talk = testTask({ actions: ['send'] });
    const sends = Array.from({ length: 16 }, () => ({ kind: 'send', side: 'client', text: 'x'.repeat(4_096) }));
    expect(gradeTask(talk, sends)).toMatchObject({ kind: 'rejected', code: 'too-long' });
    // Two ends that probe each other's closed windows for weeks.
    const busy = testTask({
      setup: { client: { window: 1, reading: 'on-call' }, server: { window: 1, reading: 'on-call' } },
      given: [
        ...testTask().given,
        { kind: 'send', side: 'client', text: 'ab' },
        { kind: 'send', side: 'server', text: 'ab' },
      ],
    });
    const weeks = Array.from({ length: 600 }, () => ({ kind: 'wait', ms: 3_600_000 }));
    const verdict = gradeTask(busy, weeks);
    expect(verdict).toMatchObject({ kind: 'rejected', code: 'too-long' });
    expect(verdict.kind === 'rejected' && verdict.message).toContain(String(replayLimits.steps));
  });

  it.each([
    ['NaN', [{ kind: 'wait', ms: Number.NaN }]],
    ['infinity', [{ kind: 'wait', ms: Number.POSITIVE_INFINITY }]],
    ['a negative wait', [{ kind: 'wait', ms: -1 }]],
    ['a fraction', [{ kind: 'deliver', segment: 0.5 }]],
    ['a kind that every object has', [{ kind: 'constructor' }]],
    ['__proto__', [JSON.parse('{"kind":"next","__proto__":{"kind":"abort"}}')]],
    ['a __proto__ kind', [{ kind: '__proto__' }]],
    ['null', [null]],
    ['a list in a list', [[]]],
    ['a string', ['close']],
  ])('refuses %s as an action', (_name, log) => {
    expect(gradeTask(testTask({ actions: ['close', 'next', 'wait', 'deliver'] }), log)).toMatchObject({
      kind: 'rejected',
      code: 'bad-action',
      at: 0,
    });
  });

  it('survives anything at all that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (anything) => {
        const verdict = gradeTask(testTask(), anything);
        expect(verdict.kind === 'scored' && verdict.earned === 1).toBe(false);
      }),
    );
  });
});

describe('the public form of a task', () => {
  it('leaves hints behind', () => {
    const task = testTask({ hints: [{ en: 'Which direction is still open?' }] });
    expect(JSON.stringify(toPublicTask(task))).not.toContain('still open');
    expect(Object.keys(toPublicTask(task))).not.toContain('hints');
  });
});
