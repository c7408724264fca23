import { describe, expect, test } from 'vitest';
import { predictionWords } from '@/lib/words/prediction';
import { predict } from '../predict';
import { certificateAsks } from './predict';
import { start, verdictOn } from './state';
import { testChains } from './test-chains';

const pointOf = (name: string, after = 0) => {
  const setup = testChains.find((chain) => chain.name === name)?.setup;
  if (!setup) throw new Error(`no chain called ${name}`);
  return { lab: 'certificate' as const, setup, seed: 1, given: [], actions: [{ kind: 'check-next' } as const], after };
};
const valuesOf = (name: string, ask: (typeof certificateAsks)[number], after = 0) =>
  Object.fromEntries(predict(pointOf(name, after), ask)?.fields.map(({ name, value }) => [name, value]) ?? []);

describe('what a browser makes of a chain', () => {
  test('is that it is accepted, and then nothing fails', () => {
    expect(valuesOf('good, P-256', 'verdict')).toEqual({ verdict: 'accepted' });
  });

  test('is the first check that fails, and the error of the most serious', () => {
    expect(valuesOf('expired, with another name and an unknown root', 'verdict')).toEqual({
      verdict: 'refused',
      failing: 'trust',
      browser: 'ERR_CERT_AUTHORITY_INVALID',
    });
  });
});

test('the next check is the first that was not run, and what it says', () => {
  expect(valuesOf('expired last year', 'next-check')).toEqual({ check: 'format', outcome: 'passed' });
  expect(valuesOf('expired last year', 'next-check', 1)).toEqual({ check: 'chain', outcome: 'passed' });
});

test('of any chain: no mistake is the right value, every value can be chosen and has words, and what is seen before holds no verdict', () => {
  for (const { name, setup } of testChains) {
    const [server] = setup.servers;
    const verdict = server && verdictOn(start(setup, 1), server);
    for (const ask of certificateAsks) {
      const made = predict(pointOf(name), ask);
      expect(made?.from).toMatchObject({ lab: 'certificate', name: server?.name, checks: [] });
      for (const { value, wrong, form } of made?.fields ?? []) {
        expect(Object.values(wrong)).not.toContain(value);
        expect(form.kind === 'one' && form.of).toEqual(expect.arrayContaining([value, ...Object.values(wrong)]));
        for (const said of form.kind === 'one' ? form.of : [])
          if (!said.startsWith('ERR_')) expect(predictionWords.zh.value(said)).not.toBe(said);
      }
      const refused = made?.fields.find((field) => field.name === 'verdict')?.value === 'refused';
      if (ask === 'verdict') expect(refused).toBe(verdict?.accepted === false);
    }
  }
});
