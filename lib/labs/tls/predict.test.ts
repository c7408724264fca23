import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predictionWords } from '@/lib/words/prediction';
import { asks, predict } from '../predict';
import { bytesOfRecord } from '../shown-bytes';
import type { TlsAction } from './action';
import { tlsAsks } from './predict';
import { type TlsPresetId, tlsPreset, tlsPresetIds } from './presets';

const pointOf = (id: TlsPresetId, after: number) => ({
  lab: 'tls' as const,
  seed: 1,
  given: [],
  ...tlsPreset(id),
  actions: [...tlsPreset(id).actions],
  after,
});

const valuesOf = (id: TlsPresetId, after: number, ask: (typeof tlsAsks)[number] = 'next-record') =>
  Object.fromEntries(predict(pointOf(id, after), ask)?.fields.map(({ name, value }) => [name, value]) ?? []);

describe('the next record', () => {
  test('of a handshake of 1.2 is the hello, its answer, and what the client does with it', () => {
    expect(valuesOf('tls12-rsa', 0)).toMatchObject({ from: 'client', message: 'ClientHello', protection: 'clear' });
    expect(valuesOf('tls12-rsa', 1)).toMatchObject({ from: 'server', message: 'ServerHello', protection: 'clear' });
    expect(valuesOf('tls12-rsa', 2)).toMatchObject({ from: 'client', message: 'ClientKeyExchange' });
  });

  test('is encrypted where it is: the data that the run goes on with', () => {
    expect(valuesOf('tls13', 11)).toMatchObject({
      from: 'client',
      message: 'application_data',
      protection: 'protected',
    });
  });

  test('is the alert, with its name, where something does not fit', () => {
    expect(valuesOf('expired', 2)).toMatchObject({ from: 'client', message: 'Alert', alert: 'certificate_expired' });
    expect(valuesOf('flipped-byte', 13)).toMatchObject({ from: 'server', message: 'Alert', alert: 'bad_record_mac' });
  });

  test('never comes where nobody has anything to say', () => {
    expect(
      predict({ ...pointOf('tls13', 11), actions: tlsPreset('tls13').actions.slice(0, 11) }, 'next-record'),
    ).toBeNull();
  });

  test('tells the mistakes by name: that the handshake goes on although it has failed', () => {
    const message = predict(pointOf('expired', 2), 'next-record')?.fields.find(({ name }) => name === 'message');
    expect(message?.wrong).toMatchObject({ 'goes-on-to-finished': 'Finished' });
    expect(message?.wrong).not.toHaveProperty('complains-by-alert');
  });
});

test('the state after a step is what both ends wait for then', () => {
  expect(valuesOf('tls12-rsa', 1, 'state')).toEqual({ client: 'WAIT_SH', server: 'WAIT_CKE' });
});

test('a lab is asked only what it can say', () => {
  expect(predict(pointOf('tls13', 1), 'next-segment')).toBeNull();
  for (const ask of Object.values(asks).flat()) {
    for (const locale of ['en', 'zh'] as const) expect(predictionWords[locale].how(ask)).not.toBe('');
  }
});

const anyAction = fc.constantFrom<TlsAction[]>(
  { kind: 'connect' },
  { kind: 'next' },
  { kind: 'next' },
  { kind: 'flip', record: 0, byte: 30, bit: 0 },
  { kind: 'drop', record: 1 },
  { kind: 'replay', record: 0 },
  { kind: 'send', side: 'client' },
  { kind: 'close', side: 'server' },
);

test('of any run: it is the same each time, no mistake is the right value, and what was before says nothing of what comes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tlsPresetIds), fc.array(anyAction, { maxLength: 8 }), (id, actions) => {
      const after = Math.floor(actions.length / 2);
      const point = { ...pointOf(id, after), actions };
      for (const ask of tlsAsks) {
        const made = predict(point, ask);
        expect(predict(point, ask)).toEqual(made);
        for (const { value, wrong, form } of made?.fields ?? []) {
          expect(Object.values(wrong)).not.toContain(value);
          if (form.kind === 'one') expect(form.of).toEqual(expect.arrayContaining([value, ...Object.values(wrong)]));
        }
        const alone = predict({ ...point, actions: actions.slice(0, after) }, 'state');
        if (made) expect(alone?.from).toEqual(made.from);
      }
    }),
    { numRuns: 25 },
  );
});

describe('the bytes of a run', () => {
  const { setup, actions } = tlsPreset('tls12-rsa');
  const run = { id: 'rsa', lab: 'tls' as const, title: {}, setup, seed: 1, given: [], actions: [...actions] };

  test('are the record that was sent, with its fields', () => {
    const shown = bytesOfRecord(run, 1);
    expect(Array.from(shown?.bytes.subarray(0, 3) ?? [])).toEqual([22, 3, 3]);
    expect(shown?.map.find(({ field }) => field === 'tls.random')).toMatchObject({ from: 11, to: 43 });
  });

  test('are none beyond the last record', () => {
    expect(bytesOfRecord(run, 200)).toBeNull();
  });
});
