import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsAt } from '../byte-map';
import { sameBytes } from '../bytes';
import type { TlsAction } from './action';
import { readMessage } from './read-message';
import { receiveRecord } from './receive';
import { splitRecords } from './record';
import { contextOf, mapOfRecord, mapOfText } from './record-map';
import { type TlsSetup, tlsSetupSchema } from './setup';
import { sides } from './side';
import { startClient } from './start-client';
import type { TlsState } from './state';
import { suiteNames } from './suites';
import { ourClient, ourServer } from './test-fixtures';
import { tlsLab } from './tls-lab';

const isFull = process.env.HANDRAIL_FULL !== undefined;
const runs = (quick: number) => ({ numRuns: isFull ? quick * 40 : quick, seed: 20_261_123 });

const setups: TlsSetup[] = [
  {},
  { client: { versions: ['1.2'] } },
  { client: { versions: ['1.2'], suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] }, server: { key: 'rsa' } },
  { client: { shares: [] }, server: { cookie: true } },
  { packing: 'together', largestFragment: 300 },
].map((setup) => tlsSetupSchema.parse(setup));

const record = fc.nat(16);
const action: fc.Arbitrary<TlsAction> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<TlsAction>({ kind: 'next' }) },
  fc.record({ kind: fc.constant('flip' as const), record, byte: fc.nat(1_200), bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('drop' as const), record }),
  fc.record({ kind: fc.constant('replay' as const), record }),
  fc.record({ kind: fc.constant('hold' as const), record }),
  fc.record({
    kind: fc.constant('strip-suite' as const),
    record: fc.constant(0),
    suite: fc.constantFrom(...suiteNames),
  }),
  fc.record({
    kind: fc.constant('lower-version' as const),
    record: fc.constant(0),
    to: fc.constantFrom('1.2' as const, '1.1' as const),
  }),
  fc.record({
    kind: fc.constant('swap-value' as const),
    side: fc.constantFrom(...sides),
    value: fc.constantFrom('client_random' as const, 'server_random' as const, 'premaster_secret' as const),
  }),
  fc.record({ kind: fc.constant('send' as const), side: fc.constantFrom(...sides) }),
  fc.record({ kind: fc.constant('update-keys' as const), side: fc.constantFrom(...sides) }),
  fc.record({ kind: fc.constant('close' as const), side: fc.constantFrom(...sides) }),
);

/** The secrets that protect data; both sides have to have the same ones, or not be connected. */
const protecting = ['key_block', 'client_application_key', 'server_application_key'] as const;

function holds(state: TlsState): void {
  const { client, server } = state;
  if (
    client.phase === 'CONNECTED' &&
    server.phase === 'CONNECTED' &&
    !state.history.some(({ note }) => note.code === 'derived' && note.names[0]?.includes('application'))
  ) {
    for (const name of protecting) {
      const [ours, theirs] = [client, server].map((side) => side.values.find((value) => value.name === name)?.bytes);
      expect(ours && theirs ? sameBytes(ours, theirs) : ours === theirs).toBe(true);
    }
    expect(sameBytes(client.transcript, server.transcript)).toBe(true);
  }
  // What an application reads is the beginning of what the other one wrote.
  for (const [reader, writer] of [
    [client, server],
    [server, client],
  ] as const) {
    expect(sameBytes(reader.received, writer.sent.subarray(0, reader.received.length))).toBe(true);
  }
}

describe('whatever the network does', () => {
  it('both sides have the same keys or are not connected, and read only what was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...setups),
        fc.array(action, { minLength: 4, maxLength: 30 }),
        fc.nat(1_000),
        (setup, actions, seed) => {
          let state = tlsLab.advance(tlsLab.start(setup, seed), { kind: 'connect' }).state;
          for (const one of [...actions, ...Array.from({ length: 14 }, () => ({ kind: 'next' }) as const)]) {
            state = tlsLab.advance(state, one).state;
            holds(state);
          }
          expect(state.records.length).toBeLessThan(200);
        },
      ),
      runs(60),
    );
  });

  it.each([0, 1, 2])(
    'a flip of any byte of the handshake is noticed before anyone is connected to a stranger (setup %i)',
    (place) => {
      const setup = setups[place];
      if (!setup) return;
      const whole = tlsLab.advance(tlsLab.start(setup, 5), { kind: 'connect' }).state;
      let state = whole;
      const lengths: number[] = [];
      for (let turn = 0; turn < 14; turn += 1) state = tlsLab.advance(state, { kind: 'next' }).state;
      for (const { bytes, id } of state.records) lengths[id] = bytes.length;
      const everyByte = lengths.flatMap((length, id) => Array.from({ length }, (_, byte) => ({ id, byte })));
      const step = isFull ? 1 : 41;
      for (let at = place; at < everyByte.length; at += step) {
        const { id, byte } = everyByte[at] ?? { id: 0, byte: 0 };
        let run = tlsLab.advance(tlsLab.start(setup, 5), { kind: 'connect' }).state;
        for (let turn = 0; turn < 16; turn += 1) {
          if (run.records[id]?.fate === 'in-flight' && run.records[id].tamperings.length === 0) {
            run = tlsLab.advance(run, { kind: 'flip', record: id, byte, bit: at % 8 }).state;
          }
          run = tlsLab.advance(run, { kind: 'next' }).state;
        }
        holds(run);
      }
    },
  );
});

describe('whatever bytes arrive', () => {
  it('reading a message never throws, and every byte belongs to a field', () => {
    const types = fc.constantFrom(0, 1, 2, 4, 8, 11, 12, 13, 14, 15, 16, 20, 24, 99);
    fc.assert(
      fc.property(
        types,
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('1.2' as const, '1.3' as const, null),
        (type, body, version) => {
          const bytes = Uint8Array.of(type, 0, 0, body.length, ...body);
          const { map } = readMessage(bytes, { version, exchange: 'ecdhe' });
          for (let at = 0; at < bytes.length; at += 1) expect(fieldsAt(map, at).length).toBeGreaterThan(0);
          for (const { from, to } of map) expect(from >= 0 && from < to && to <= bytes.length).toBe(true);
        },
      ),
      runs(400),
    );
  });

  it('an endpoint fed with them fails in good order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 5, maxLength: 80 }), { maxLength: 6 }),
        fc.boolean(),
        (pieces, asClient) => {
          const endpoint = asClient ? ourClient('p256') : ourServer('p256');
          if (endpoint.side === 'client') startClient(endpoint);
          for (const piece of pieces) {
            const whole = Uint8Array.of(22, 3, 3, 0, piece.length, ...piece);
            for (const one of [...splitRecords(whole).records, piece]) receiveRecord(endpoint, one);
          }
          expect(endpoint.phase).not.toBe('CONNECTED');
        },
      ),
      runs(100),
    );
  });

  it.each(setups.map((setup, place) => [place, setup] as const))(
    'every byte of every record and of every text belongs to a field (setup %i)',
    (_, setup) => {
      let state = tlsLab.advance(tlsLab.start(setup, 5), { kind: 'connect' }).state;
      for (let turn = 0; turn < 40; turn += 1) state = tlsLab.advance(state, { kind: 'next' }).state;
      state = tlsLab.advance(state, { kind: 'send', side: 'client' }).state;
      const context = contextOf(state, 1);
      for (const one of state.records) {
        for (const [bytes, map] of [
          [one.bytes, mapOfRecord(one, context)],
          [one.text, mapOfText(one, context)],
        ] as const) {
          for (let at = 0; at < bytes.length; at += 1) expect(fieldsAt(map, at).length).toBeGreaterThan(0);
        }
      }
    },
  );
});
