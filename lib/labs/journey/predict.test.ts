import { describe, expect, it } from 'vitest';
import { stateAfter } from '../with-lab';
import { journeyLab } from './journey-lab';
import { journeyPredictedFromSchema, predictJourney } from './predict';
import { type JourneyPresetId, journeyPreset } from './presets';

const made = new Map<string, ReturnType<typeof predictJourney>>();

/** Each once: a journey is a good deal of cryptography. */
function predicted(id: JourneyPresetId, after: number) {
  const name = `${id} ${after}`;
  const known = made.get(name) ?? compute(id, after);
  made.set(name, known);
  return known;
}

function compute(id: JourneyPresetId, after: number) {
  const { setup, actions } = journeyPreset(id);
  const state = stateAfter(journeyLab, { setup, seed: 1, given: [], actions }, after);
  return predictJourney(state, actions.slice(after), 'next-journey');
}

const values = (id: JourneyPresetId, after: number) =>
  Object.fromEntries(predicted(id, after)?.fields.map(({ name, value }) => [name, value]) ?? []);

describe('the next journey', () => {
  it('takes four round trips to the first byte for the first time, and one when everything is warm', () => {
    expect(values('cold', 0)).toMatchObject({ end: 'page-comes', trips: '4', name: 'name-from-resolver' });
    expect(values('warm', 2)).toMatchObject({ trips: '1', name: 'name-not-needed', requests: '1', connections: '0' });
  });

  it('needs its name again when it was known for too long, and asks about what is no longer fresh', () => {
    expect(values('stale', 2)).toMatchObject({ trips: '4', name: 'name-from-resolver', requests: '2' });
  });

  it('takes one round trip more under TLS 1.2, and two more where http leads to https', () => {
    expect(values('tls12', 0)).toMatchObject({ trips: '5' });
    expect(values('redirect', 0)).toMatchObject({ trips: '6' });
    expect(values('preloaded', 0)).toMatchObject({ trips: '4' });
  });

  it.each<[JourneyPresetId, string]>([
    ['slow-server', 'wait'],
    ['cold', 'dns'],
    ['lossy', 'tcp'],
  ])('of %s spends most of its time with: %s', (id, longest) => {
    expect(values(id, 0)).toMatchObject({ longest });
  });

  it.each<[JourneyPresetId, string]>([
    ['bad-certificate', 'no-page-certificate'],
    ['no-such-name', 'no-page-name-missing'],
    ['refused', 'no-page-refused'],
  ])('of %s ends without a page: %s, and nothing else is asked', (id, end) => {
    expect(values(id, 0)).toEqual({ end });
  });

  it('knows the mistakes of its moment, and shows only what may be known before', () => {
    const prediction = predicted('warm', 2);
    const trips = prediction?.fields.find(({ name }) => name === 'trips');
    expect(trips?.wrong).toMatchObject({ 'all-as-for-the-first-time': '4', 'nothing-goes-out': '0' });
    expect(journeyPredictedFromSchema.safeParse(prediction?.from).success).toBe(true);
    expect(prediction?.from).toMatchObject({ journeys: [{ number: 1 }], next: 'https://shop.example/' });
  });

  it('never comes where no address is typed any more', () => {
    expect(predicted('cold', 1)).toBeNull();
  });
});
