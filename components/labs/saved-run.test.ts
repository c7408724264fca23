import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineOf } from './lab-view';
import { openRun } from './player-state';
import { readSavedRun, saveRun } from './saved-run';
import { tcpPresets } from './tcp/tcp-presets';
import { tcpView } from './tcp/tcp-view';

const lab = tcpView.lab;

function saved(preset: (typeof tcpPresets)[number], at: number) {
  const { setup, seed, given, actions } = preset;
  const player = openRun(engineOf(tcpView, setup, seed, given), actions, at);
  return saveRun(lab, { setup, seed, given, actions, at }, player);
}

test('a run comes back from what was saved of it, with the place that was shown', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tcpPresets), fc.nat({ max: 20 }), (preset, at) => {
      const { setup, seed, given, actions } = preset;
      const shown = Math.min(at, actions.length);
      const read = readSavedRun(lab, JSON.parse(JSON.stringify(saved(preset, at))));
      expect(read).toEqual({ kind: 'run', run: { setup, seed, given, actions, at: shown } });
    }),
  );
});

test('a run of another major version is told apart from one that cannot be read', () => {
  const run = saved(tcpPresets[0], 0);
  expect(readSavedRun(lab, { ...run, major: lab.major + 1 }).kind).toBe('other-version');
  expect(readSavedRun(lab, { ...run, lab: 'dns' }).kind).toBe('unreadable');
});

test('what is not a run is unreadable, whatever it is', () => {
  const run = saved(tcpPresets[0], 1);
  const broken = [
    { ...run, actions: [{ kind: 'fly' }] },
    { ...run, actions: Array.from({ length: 5_001 }, () => ({ kind: 'next' })) },
    { ...run, seed: Number.NaN },
    { ...run, at: -1 },
    { ...run, setup: { network: { delay: 'long' } } },
    null,
    [],
  ];
  for (const value of broken) expect(readSavedRun(lab, value).kind).toBe('unreadable');
  fc.assert(fc.property(fc.anything(), (value) => readSavedRun(lab, value).kind === 'unreadable'));
});
