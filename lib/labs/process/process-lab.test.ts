import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeTask } from '../grade-task';
import { run } from '../replay';
import { taskSchema } from '../task';
import { explore } from './explore';
import { processLab } from './process-lab';
import { type ProcessSetup, processSetupSchema } from './setup';

const text = { en: 'x' };
const seed = processSetupSchema.parse({
  states: [
    { id: 'dry', text },
    { id: 'swollen', text },
    { id: 'sprout', text },
  ],
  variables: [
    { id: 'water', text, start: 10, least: 0, most: 100 },
    { id: 'light', text, start: false },
  ],
  actions: [
    {
      id: 'pour',
      text,
      when: 'water < 90',
      set: { water: 'water + 40' },
      to: [{ state: 'swollen', when: 'water >= 50' }],
    },
    { id: 'lamp', text, set: { light: 'not light' } },
    { id: 'wait', text, from: ['swollen'], when: 'light', to: 'sprout' },
    { id: 'share', text, set: { water: 'water / (water - 50)' } },
  ],
});

const after = (kinds: readonly string[], setup: ProcessSetup = seed) =>
  kinds.reduce((state, kind) => processLab.step(state, { kind }).state, processLab.start(setup, 1));

test('an action changes the variables, then leads to the first state whose condition holds', () => {
  expect(after(['pour'])).toMatchObject({ at: 'swollen', values: { water: 50, light: false } });
  expect(after(['pour', 'lamp', 'wait'])).toMatchObject({ at: 'sprout', values: { light: true } });
});

test('what its guard or its states forbid is refused, told why, and changes nothing', () => {
  const start = processLab.start(seed, 1);
  for (const [kind, why] of [
    ['wait', 'elsewhere'],
    ['walk', 'unknown'],
  ])
    expect(processLab.step(start, { kind: kind ?? '' })).toMatchObject({
      state: start,
      events: [{ kind: 'refused', why }],
    });
  const dark = after(['pour']);
  expect(processLab.step(dark, { kind: 'wait' })).toMatchObject({ state: dark, events: [{ why: 'guarded' }] });
});

test('a formula without a value is a refusal, never an error', () => {
  const state = after(['pour']);
  expect(processLab.step(state, { kind: 'share' })).toMatchObject({ state, events: [{ why: 'no-value' }] });
});

test('a variable stays within its bounds', () => {
  expect(after(['pour', 'pour', 'pour', 'pour']).values.water).toBe(90);
  expect(after(['pour', 'pour', 'share', 'share']).values.water).toBeLessThanOrEqual(100);
});

test('a search meets every state and every formula that has no value', () => {
  const { states, faults, isWhole } = explore(seed);
  expect([...states].sort()).toEqual(['dry', 'sprout', 'swollen']);
  expect(faults).toMatchObject([{ action: 'share', place: { values: { water: 50 } } }]);
  expect(isWhole || faults.length > 0).toBe(true);
});

test('a definition that never ends is searched only so far', () => {
  const endless = processSetupSchema.parse({
    states: [{ id: 'a', text }],
    variables: [{ id: 'n', text, start: 0 }],
    actions: [{ id: 'more', text, set: { n: 'n + 1' } }],
  });
  expect(explore(endless, { limit: 100 })).toMatchObject({ isWhole: false });
});

test.each([
  [{ kind: 'in-state', state: 'sprout' }, ['pour', 'lamp', 'wait'], true],
  [{ kind: 'passed-through', state: 'swollen' }, ['pour', 'lamp', 'wait'], true],
  [{ kind: 'passed-through', state: 'dry' }, [], true],
  [{ kind: 'holds', that: 'water >= 50 and not light' }, ['pour'], true],
  [{ kind: 'holds', that: 'water / 0 > 1' }, ['pour'], false],
  [{ kind: 'held-throughout', that: 'not light' }, ['lamp', 'lamp'], false],
  [{ kind: 'done', action: 'lamp', times: 2 }, ['lamp', 'lamp'], true],
  [{ kind: 'actions-at-most', actions: 1 }, ['lamp', 'lamp'], false],
])('the goal %j after %j is %s', (goal, kinds, met) => {
  expect(processLab.isMet(processLab.goal.parse(goal), after(kinds))).toBe(met);
});

test('a goal that can no longer be reached is told', () => {
  const goals = [processLab.goal.parse({ kind: 'in-state', state: 'dry' })];
  expect(processLab.deadEnd(goals, after(['pour']), ['pour', 'lamp'])).toEqual({ goal: 0, why: 'out-of-reach' });
  expect(
    processLab.deadEnd([processLab.goal.parse({ kind: 'in-state', state: 'sprout' })], after([]), [
      'pour',
      'lamp',
      'wait',
    ]),
  ).toBeNull();
});

test('a task is graded by replay, and what it does not allow is refused', () => {
  const task = taskSchema.parse({
    id: 'sprout',
    lab: 'process',
    title: text,
    setup: seed,
    actions: ['pour', 'lamp', 'wait'],
    goal: [{ kind: 'in-state', state: 'sprout' }],
    objective: 'a',
    minutes: 1,
    prompt: text,
  });
  const log = (...kinds: string[]) => kinds.map((kind) => ({ kind }));
  expect(gradeTask(task, log('pour', 'lamp', 'wait'))).toMatchObject({ kind: 'scored', earned: 1, landmark: 'sprout' });
  expect(gradeTask(task, log('pour'))).toMatchObject({ kind: 'scored', earned: 0 });
  expect(gradeTask(task, log('share'))).toMatchObject({ kind: 'rejected', code: 'action-not-allowed', at: 0 });
});

const formulas = fc.constantFrom(
  'a + 1',
  'a / b',
  'a < b',
  'not c',
  'c and a > 2',
  'pick([1], a)',
  '1 +',
  'x',
  'min(a, b)',
  '"t"',
  'c',
);
const anySetup = fc
  .record({
    actions: fc.array(
      fc.record({
        when: fc.option(formulas, { nil: undefined }),
        set: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x'), formulas),
        to: fc.option(
          fc.oneof(
            fc.constantFrom('s', 't', 'nowhere'),
            fc.array(fc.record({ state: fc.constantFrom('s', 't'), when: formulas }), { minLength: 1, maxLength: 3 }),
          ),
          { nil: undefined },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ actions }) =>
    processSetupSchema.parse({
      states: [
        { id: 's', text },
        { id: 't', text },
      ],
      variables: [
        { id: 'a', text, start: 1, least: -5, most: 5 },
        { id: 'b', text, start: 0 },
        { id: 'c', text, start: true },
      ],
      actions: actions.map(({ when, set, to }, at) => ({
        id: `do-${at}`,
        text,
        set,
        ...(when === undefined ? {} : { when }),
        ...(to === undefined ? {} : { to }),
      })),
    }),
  );
const anyLog = fc.array(
  fc.nat(5).map((at) => ({ kind: `do-${at}` })),
  { maxLength: 40 },
);

test('whatever the definition says, any log replays to the same bytes and nothing is thrown', () => {
  fc.assert(
    fc.property(anySetup, anyLog, (setup, log) => {
      const [one, other] = [run(processLab, { setup, seed: 1 }, log), run(processLab, { setup, seed: 2 }, log)];
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
      const state = one.kind === 'replayed' ? one.state : processLab.start(setup, 1);
      expect(['s', 't']).toContain(state.at);
      expect(typeof state.values.a).toBe('number');
      expect(typeof state.values.c).toBe('boolean');
      expect(Number(state.values.a)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 300 },
  );
});

test('a step changes no state that somebody holds', () => {
  fc.assert(
    fc.property(anySetup, anyLog, (setup, log) => {
      const start = processLab.start(setup, 1);
      const before = JSON.stringify(start);
      log.reduce((state, action) => processLab.step(state, action).state, start);
      expect(JSON.stringify(start)).toBe(before);
    }),
  );
});
