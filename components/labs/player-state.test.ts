import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionLog, canStep, type Engine, move, openRun, type PlayerMove, shown, speeds } from './player-state';

/** A lab in one line: the state is a sum; by itself it counts on to ten. */
const counter: Engine<number, number, string> = {
  start: () => 0,
  step: (state, action) => ({ state: state + action, events: [`added ${action}`] }),
  next: (state) => (state < 10 ? 1 : null),
};

const given = [3, 4];

function play(...moves: PlayerMove<number>[]) {
  return moves.reduce((player, wanted) => move(counter, given, player, wanted), openRun(counter, given));
}

test('a run opens at its start, with nothing done', () => {
  expect(shown(openRun(counter, given))).toEqual({ state: 0, action: null, events: [] });
});

test('what lies ahead is computed when somebody looks there, in order and once', () => {
  const asked: number[] = [];
  const counting: typeof counter = {
    ...counter,
    step: (state, action) => {
      asked.push(action);
      return counter.step(state, action);
    },
  };
  const player = openRun(counting, [3, 4, 5]);
  expect([player.frames.length, shown(player).state, asked]).toEqual([4, 0, []]);
  expect(player.frames[2]?.state).toBe(7);
  expect(player.frames[2]?.events).toEqual(['added 4']);
  expect(player.frames[1]?.state).toBe(3);
  expect(asked).toEqual([3, 4]);
});

test('Step walks through the given actions, then goes on with what happens by itself', () => {
  expect(shown(play({ kind: 'step' })).state).toBe(3);
  expect(shown(play({ kind: 'step' }, { kind: 'step' }, { kind: 'step' })).state).toBe(8);
});

test('Step does nothing when nothing is left to happen', () => {
  const steps = Array.from({ length: 20 }, (): PlayerMove<number> => ({ kind: 'step' }));
  const player = play(...steps);
  expect(shown(player).state).toBe(10);
  expect(canStep(counter, player)).toBe(false);
});

test('an action of the learner in mid-run forgets what lay ahead', () => {
  const player = play({ kind: 'step' }, { kind: 'act', action: 5 });
  expect(actionLog(player)).toEqual([3, 5]);
  expect(player.frames).toHaveLength(3);
  expect(player.diverged).toBe(true);
});

test('Start over returns to the given run and keeps the speed', () => {
  const player = play({ kind: 'speed', speed: 'fast' }, { kind: 'act', action: 9 }, { kind: 'restart' });
  expect(player).toEqual({ ...openRun(counter, given), speed: 'fast' });
});

test('playing stops by itself at the end, and by Back, Pause, a jump or an action', () => {
  expect(play({ kind: 'play' }, { kind: 'step' }).playing).toBe(true);
  expect(play({ kind: 'play' }, { kind: 'act', action: 9 }).playing).toBe(false);
  expect(play({ kind: 'act', action: 10 }, { kind: 'play' }).playing).toBe(false);
  for (const kind of ['back', 'pause'] as const) expect(play({ kind: 'play' }, { kind }).playing).toBe(false);
  expect(play({ kind: 'play' }, { kind: 'seek', at: 1 }).playing).toBe(false);
});

test('what is shown is always what replaying the log to that place gives', () => {
  const moves: fc.Arbitrary<PlayerMove<number>> = fc.oneof(
    fc.record({ kind: fc.constant('act' as const), action: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ kind: fc.constantFrom('step', 'back', 'play', 'pause', 'restart') }),
    fc.record({ kind: fc.constant('seek' as const), at: fc.oneof(fc.integer(), fc.double()) }),
    fc.record({ kind: fc.constant('speed' as const), speed: fc.constantFrom(...speeds) }),
  );
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 60 }), (wanted) => {
      const player = play(...wanted);
      expect(shown(player).state).toBe(actionLog(player).reduce((sum, action) => sum + action, 0));
      expect(player.at).toBeLessThan(player.frames.length);
    }),
  );
});
