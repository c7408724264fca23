import * as z from 'zod/mini';
import { type PredictedField, type Prediction, someOf, wrongOnly } from '../prediction';
import type { TcpAction } from './action';
import { has, type Segment } from './segment';
import { peerOf, type Side, sides } from './setup';
import { type ConnectionState, connectionStates, type TcpState } from './state';
import { step } from './step';
import { type VariableName, variable, variableNames } from './variable';

/** What can be asked of a TCP run. `next-segment`: the next one that an end sends. `state`: both ends after the next action. */
export const tcpAsks = ['next-segment', 'state'] as const;
export type TcpAsk = (typeof tcpAsks)[number];

/** The control bits asked for. PSH says nothing about the connection, and is left out of what is shown as well. */
const askedFlags = ['SYN', 'ACK', 'FIN', 'RST'] as const;

const shownSegmentSchema = z.strictObject({
  from: z.enum(sides),
  flags: z.array(z.string()),
  seq: z.number(),
  /** null when the segment acknowledges nothing. */
  ack: z.nullable(z.number()),
  /** Bytes of text. */
  text: z.number(),
  fate: z.enum(['in-flight', 'arrived', 'lost']),
});

/** What has happened so far: the segments that were sent, and the state of each end. */
export const tcpPredictedFromSchema = z.strictObject({
  lab: z.literal('tcp'),
  segments: z.array(shownSegmentSchema),
  client: z.enum(connectionStates),
  server: z.enum(connectionStates),
});
export type TcpPredictedFrom = z.output<typeof tcpPredictedFromSchema>;

/** A run that goes on without news for so long is over. */
const mostWaits = 200;

/**
 * What the engine does next from `state`: the run's own further actions, then time. null when nothing of the sort ever comes
 * (the run is over and both ends are silent).
 */
export function predictTcp(state: TcpState, further: readonly TcpAction[], ask: TcpAsk): Prediction | null {
  const from = predictedFrom(state);
  if (ask === 'state') {
    const next = step(state, further[0] ?? { kind: 'next' }).state;
    return { from, fields: stateFields(state, next) };
  }
  const sent = nextSegment(state, further);
  return sent && { from, fields: segmentFields(sent.before, sent.segment) };
}

function predictedFrom(state: TcpState): TcpPredictedFrom {
  return {
    lab: 'tcp',
    segments: state.segments.map((segment) => ({
      from: segment.from,
      flags: segment.flags.filter((flag) => flag !== 'PSH'),
      seq: segment.seq,
      ack: has(segment, 'ACK') ? segment.ack : null,
      text: segment.text.length,
      fate: segment.fate,
    })),
    client: state.client.state,
    server: state.server.state,
  };
}

/** The next segment an end sends (a copy that the network makes is none), and how things stood just before. */
function nextSegment(state: TcpState, further: readonly TcpAction[]): { before: TcpState; segment: Segment } | null {
  let before = state;
  for (let at = 0; at < further.length + mostWaits; at += 1) {
    const after = step(before, further[at] ?? { kind: 'next' }).state;
    const segment = after.segments.slice(before.segments.length).find(({ copyOf }) => copyOf === undefined);
    if (segment) return { before, segment };
    before = after;
  }
  return null;
}

function segmentFields(before: TcpState, segment: Segment): PredictedField[] {
  const own = lastFrom(before, segment.from);
  const heard = lastFrom(before, peerOf(segment.from));
  const whole = (name: string, value: number, wrong: Record<string, number | undefined>): PredictedField => ({
    name,
    form: { kind: 'whole' },
    value: String(value),
    wrong: wrongOnly(String(value), mapped(wrong)),
  });
  const flags = askedFlags.filter((flag) => has(segment, flag));
  const withFlag = (flag: string) => someOf([...flags, flag], askedFlags);
  const withoutFlag = (flag: string) =>
    someOf(
      flags.filter((other) => other !== flag),
      askedFlags,
    );
  return [
    {
      name: 'from',
      form: { kind: 'one', of: sides },
      value: segment.from,
      wrong: { 'from-the-other': peerOf(segment.from) },
    },
    {
      name: 'flags',
      form: { kind: 'some', of: askedFlags },
      value: flags.join(' '),
      wrong: wrongOnly(flags.join(' '), {
        'flags-without-ack': withoutFlag('ACK'),
        'flags-with-ack': withFlag('ACK'),
        'flags-without-syn': withoutFlag('SYN'),
        'flags-with-syn': withFlag('SYN'),
        'flags-without-fin': withoutFlag('FIN'),
        'flags-with-fin': withFlag('FIN'),
      }),
    },
    whole('seq', segment.seq, {
      'seq-not-advanced': own?.seq,
      'seq-one-too-many': plusOne(segment.seq),
      'seq-one-short': minusOne(segment.seq),
      'seq-of-the-peer': heard?.seq,
    }),
    ...(has(segment, 'ACK')
      ? [
          whole('ack', segment.ack, {
            'ack-of-what-arrived': heard?.seq,
            'ack-without-one': minusOne(segment.ack),
            'ack-one-too-many': plusOne(segment.ack),
            'ack-of-own-number': segment.seq,
          }),
        ]
      : []),
    whole('len', segment.len, {
      'len-of-text-only': segment.text.length === segment.len ? undefined : segment.text.length,
      'len-with-header': segment.len + 20,
    }),
    whole('wnd', segment.wnd, { 'wnd-of-the-peer': heard?.wnd }),
  ];
}

function lastFrom(state: TcpState, side: Side): Segment | undefined {
  return state.segments.findLast((segment) => segment.from === side);
}

const plusOne = (number: number) => (number + 1) % 2 ** 32;
const minusOne = (number: number) => (number + 2 ** 32 - 1) % 2 ** 32;

function mapped(numbers: Record<string, number | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(numbers).map(([code, number]) => [code, number === undefined ? undefined : String(number)]),
  );
}

function stateFields(before: TcpState, after: TcpState): PredictedField[] {
  return sides.flatMap((side) => [
    stateField(side, before[side].state, after[side].state, after[peerOf(side)].state),
    ...variableNames.flatMap((name) => variableField(side, name, before, after)),
  ]);
}

function stateField(side: Side, was: ConnectionState, is: ConnectionState, ofPeer: ConnectionState): PredictedField {
  return {
    name: side,
    form: { kind: 'one', of: connectionStates },
    value: is,
    wrong: wrongOnly(is, { 'still-before': was, 'state-of-the-peer': ofPeer }),
  };
}

/** Nothing where the variable means nothing yet. */
function variableField(side: Side, name: VariableName, before: TcpState, after: TcpState): PredictedField[] {
  const is = variable(after[side], name);
  if (is === null) return [];
  const was = variable(before[side], name);
  return [
    {
      name: `${side}.${name}`,
      form: { kind: 'whole' },
      value: String(is),
      wrong: wrongOnly(String(is), {
        'still-before': was === null ? undefined : String(was),
        'one-too-many': String(plusOne(is)),
        'one-short': String(minusOne(is)),
      }),
    },
  ];
}
