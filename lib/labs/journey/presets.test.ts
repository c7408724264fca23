import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import type { Cause } from './cause';
import { diagnose } from './diagnose';
import { journeyLab } from './journey-lab';
import { type JourneyPresetId, journeyPreset } from './presets';

function played(id: JourneyPresetId) {
  const { setup, actions } = journeyPreset(id);
  const replay = run(journeyLab, { setup, seed: 1 }, actions);
  if (replay.kind !== 'replayed') throw new Error(replay.message);
  const { state } = replay;
  const visit = state.visits.at(-1);
  if (!visit) throw new Error('no journey was made');
  return { state, visit, diagnosis: diagnose(visit, state.world.connections) };
}

describe('a journey', () => {
  it.each<[JourneyPresetId, Cause]>([
    ['far-away', 'distance'],
    ['lossy', 'loss'],
    ['narrow', 'bandwidth'],
    ['slow-server', 'server'],
    ['redirect', 'redirects'],
    ['blocking-script', 'server'],
    ['bad-certificate', 'certificate'],
    ['no-such-name', 'name-missing'],
    ['lame-name-server', 'name-servers'],
    ['refused', 'refused'],
    ['silent', 'silent'],
  ])('%s takes long, or fails, because of %s', (id, cause) => {
    expect(played(id).diagnosis.cause).toBe(cause);
  });

  it('spends every millisecond with something', () => {
    const { diagnosis } = played('cold');
    const sum = Object.values(diagnosis.spent).reduce((all, ms) => all + ms, 0);
    expect(sum).toBeCloseTo(diagnosis.total, 0);
  });

  it('needs no name, no handshake and one round trip when everything is warm', () => {
    const { diagnosis, visit } = played('warm');
    expect(diagnosis.roundTrips).toEqual({ names: 0, tcp: 0, tls: 0, http: 1, transfer: 0 });
    expect(visit.requests.map(({ cache }) => cache)).toEqual([
      'revalidated',
      'fresh',
      'fresh',
      'fresh',
      'fresh',
      'fresh',
    ]);
  });

  it('asks the second time over https by itself, because the first answer said so', () => {
    const { state } = played('hsts');
    const asked = state.visits.map(({ requests }) => requests[0]);
    expect(asked.map((one) => [one?.status, one?.connection !== null])).toEqual([
      [301, true],
      [307, false],
    ]);
  });

  it('stands still for a script that blocks, and paints only behind it', () => {
    const { visit, diagnosis } = played('blocking-script');
    expect(visit.requests.find(({ id }) => id === diagnosis.longestStop?.request)?.url).toBe(
      'https://shop.example/app.js',
    );
    expect(visit.marks.firstPaint).toBeGreaterThan(diagnosis.longestStop?.to ?? Number.POSITIVE_INFINITY);
  });

  it('shows no certificate the second time, where TLS is taken up by ticket', () => {
    const { state } = played('resumed');
    const second = state.visits[1];
    const own = state.world.connections.filter(
      ({ id, startedAt }) => second?.connections.includes(id) && startedAt >= (second?.startedAt ?? 0),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ resumed }) => resumed)).toBe(true);
  });
});
