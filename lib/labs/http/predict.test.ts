import { describe, expect, it } from 'vitest';
import { stateAfter } from '../with-lab';
import { httpLab } from './http-lab';
import { httpPredictedFromSchema, predictHttp } from './predict';
import { type HttpPresetId, httpPreset, presetSeed } from './presets';

function predicted(id: HttpPresetId, after: number) {
  const { setup, actions } = httpPreset(id);
  const state = stateAfter(httpLab, { setup, seed: presetSeed, given: [], actions }, after);
  return predictHttp(state, actions.slice(after), 'next-response');
}

const values = (id: HttpPresetId, after: number) => predicted(id, after)?.fields.map(({ value }) => value);

describe('what comes next', () => {
  it.each<[HttpPresetId, number, string[]]>([
    ['cache-fresh', 0, ['200', 'from-server', '1']],
    ['cache-fresh', 1, ['200', 'from-cache', '0']],
    ['cache-fresh', 3, ['200', 'from-server', '1']],
    ['redirect-post', 0, ['200', 'from-server', '2']],
    ['ranges', 2, ['416', 'from-server', '1']],
    ['smuggling-refused', 0, ['400', 'from-front', '0']],
  ])('in %s after %i is computed', (id, after, expected) => {
    expect(values(id, after)).toEqual(expected);
  });

  it('is nothing where nothing is asked for any more', () => {
    expect(predicted('five-messages', 0)).toBeNull();
  });

  it('knows the mistakes of its moment, and shows only what may be known', () => {
    const prediction = predicted('cache-fresh', 3);
    expect(prediction?.fields[0]?.wrong).toMatchObject({ 'what-the-server-said': '304' });
    expect(httpPredictedFromSchema.safeParse(prediction?.from).success).toBe(true);
    expect(JSON.stringify(prediction?.from)).not.toContain('304');
  });
});
