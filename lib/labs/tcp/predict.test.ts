import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predict } from '../predict';
import { bytesOfSegment } from '../shown-bytes';
import type { TcpAction } from './action';
import { tcpAsks } from './predict';
import { readSegment } from './segment-bytes';
import { tcpSetupSchema } from './setup';
import { tcpLab } from './tcp-lab';

const setup = tcpSetupSchema.parse({ client: { iss: 1234567 }, server: { iss: 7654321 } });
const listen = { kind: 'listen', side: 'server' } as const;
const open = { kind: 'open', side: 'client' } as const;
const next = { kind: 'next' } as const;
const opening: TcpAction[] = [listen, open, next, next, next];
const run = { lab: 'tcp' as const, setup, seed: 1, given: [], actions: opening };

const valuesOf = (point: Parameters<typeof predict>[0], ask: (typeof tcpAsks)[number]) =>
  Object.fromEntries(predict(point, ask)?.fields.map(({ name, value }) => [name, value]) ?? []);

describe('the next segment', () => {
  test('of an opening is the SYN, then the SYN,ACK, then the ACK, with their numbers', () => {
    expect([1, 2, 3].map((after) => valuesOf({ ...run, after }, 'next-segment'))).toMatchObject([
      { from: 'client', flags: 'SYN', seq: '1234567', len: '1' },
      { from: 'server', flags: 'SYN ACK', seq: '7654321', ack: '1234568', len: '1' },
      { from: 'client', flags: 'ACK', seq: '1234568', ack: '7654322', len: '0' },
    ]);
  });

  test('acknowledges nothing in a first SYN, so that nothing can be asked about it', () => {
    expect(valuesOf({ ...run, after: 1 }, 'next-segment')).not.toHaveProperty('ack');
  });

  test('comes by a timer when the run has no more actions: the lost SYN again, under its own number', () => {
    const lost = { ...run, actions: [listen, open, { kind: 'drop', segment: 0 } as const] };
    expect(valuesOf({ ...lost, after: 3 }, 'next-segment')).toMatchObject({ flags: 'SYN', seq: '1234567' });
  });

  test('is not a copy that the network makes', () => {
    const copied = { ...run, actions: [listen, open, { kind: 'duplicate', segment: 0 } as const, next] };
    expect(valuesOf({ ...copied, after: 2 }, 'next-segment')).toMatchObject({ from: 'server', flags: 'SYN ACK' });
  });

  test('never comes where both ends are silent', () => {
    expect(predict({ ...run, actions: [listen], after: 1 }, 'next-segment')).toBeNull();
  });

  test('tells the mistakes by name: the number that arrived instead of the next one', () => {
    const ack = predict({ ...run, after: 2 }, 'next-segment')?.fields.find(({ name }) => name === 'ack');
    expect(ack?.wrong).toMatchObject({ 'ack-of-what-arrived': '1234567', 'ack-of-own-number': '7654321' });
  });
});

describe('the state after a step', () => {
  test('is that of both ends after the next action, and its variables where they mean something', () => {
    const values = valuesOf({ ...run, after: 2 }, 'state');
    expect(values).toMatchObject({ client: 'SYN-SENT', server: 'SYN-RECEIVED', 'server.RCV.NXT': '1234568' });
    expect(values).not.toHaveProperty('client.RCV.NXT');
  });
});

const anyAction = fc.oneof<fc.Arbitrary<TcpAction>[]>(
  fc.constant(next),
  fc.constantFrom<TcpAction>(listen, open, { kind: 'close', side: 'client' }, { kind: 'close', side: 'server' }),
  fc.constantFrom<TcpAction>(
    { kind: 'send', side: 'client', text: 'hello' },
    { kind: 'drop', segment: 1 },
    { kind: 'duplicate', segment: 0 },
    { kind: 'wait', ms: 700 },
  ),
);

test('of any run: it is the same each time, no mistake is the right value, and what was before says nothing of what comes', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 14 }), fc.constantFrom(...tcpAsks), (actions, ask) => {
      const after = Math.floor(actions.length / 2);
      const made = predict({ ...run, actions, after }, ask);
      expect(predict({ ...run, actions, after }, ask)).toEqual(made);
      if (!made) return;
      for (const { value, wrong, form } of made.fields) {
        expect(Object.values(wrong)).not.toContain(value);
        if (form.kind === 'one') expect(form.of).toContain(value);
      }
      const alone = predict({ ...run, actions: actions.slice(0, after), after }, 'state');
      expect(alone?.from).toEqual(made.from);
    }),
    { numRuns: 60 },
  );
});

describe('the bytes of a run', () => {
  const made = { ...run, id: 'open', title: { en: 'Open' } };

  test('are the very datagram that was sent, with its fields', () => {
    const shown = bytesOfSegment(made, 1);
    expect(readSegment(shown?.bytes ?? new Uint8Array())).toMatchObject({ seq: 7654321, ack: 1234568 });
    expect(shown?.map.find(({ field }) => field === 'tcp.seq')).toMatchObject({ from: 24, to: 28 });
  });

  test('are none beyond the last segment', () => {
    expect(bytesOfSegment(made, 3)).toBeNull();
    expect(tcpLab.major).toBe(1);
  });
});
