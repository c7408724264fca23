import { expect } from 'vitest';
import * as z from 'zod/mini';
import type { TcpAction } from './action';
import { tcpActionSchema } from './action';
import type { Segment } from './segment';
import { type Side, sides, type TcpSetup, tcpSetupSchema } from './setup';
import { start } from './start';
import { connectionStates, type TcpState } from './state';
import { step } from './step';

/**
 * Scenarios as scripts, after google/packetdrill. One thing a line: virtual milliseconds, who, what.
 *
 *     0    server listen
 *     0    client open
 *     0    client > SYN seq 1000
 *     40   server > SYN ACK seq 5000 ack 1001
 *     80   client is ESTABLISHED
 *     80   network lose 2
 *
 * `>` lines are the whole truth: every segment that was sent must be listed, in order. `is` lines look at a state
 * once everything due by then has happened. The rest are actions.
 */
export type ScenarioResult = { state: TcpState; sent: string[]; expected: string[]; faults: string[] };

const side = z.enum(sides);
const stateName = z.enum(connectionStates);

export const plainSetup = { client: { iss: 1_000 }, server: { iss: 5_000 } };

/** `from`: the state the script begins in; without one, a lab that has just begun. */
export function play(
  script: string,
  setup: z.input<typeof tcpSetupSchema> = plainSetup,
  seed = 1,
  from?: TcpState,
): ScenarioResult {
  const full: TcpSetup = tcpSetupSchema.parse(setup);
  const scenario = new Scenario(from ?? start(full, seed));
  for (const line of script.split('\n')) {
    const words = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (words[0] !== '') scenario.line(Number(words[0]), words.slice(1));
  }
  const sent = scenario.state.segments.filter((segment) => segment.copyOf === undefined).map(describeSegment);
  return { state: scenario.state, sent, expected: scenario.expected, faults: scenario.faults };
}

/** Every segment that was sent was listed, and every state is as it was said. */
export function holds(result: ScenarioResult): void {
  expect(result.sent).toEqual(result.expected.map((line) => line.trim()));
  expect(result.faults).toEqual([]);
}

class Scenario {
  readonly expected: string[] = [];
  readonly faults: string[] = [];

  constructor(public state: TcpState) {}

  line(at: number, [who = '', what = '', ...rest]: string[]): void {
    if (at > this.state.now) this.act({ kind: 'wait', ms: at - this.state.now });
    if (what === '>') this.expected.push(`${at} ${who} > ${rest.join(' ')}`);
    else if (what === 'is') this.expectState(at, who, rest[0] ?? '');
    else if (what === 'forge') this.act(forgery(side.parse(who), rest));
    else if (who === 'network') this.act(networkDeed(what, rest.map(Number)));
    else this.act(tcpActionSchema.parse({ kind: what, side: who, ...argument(what, rest) }));
  }

  private act(action: TcpAction): void {
    this.state = step(this.state, action).state;
  }

  private expectState(at: number, who: string, name: string): void {
    const found = this.state[side.parse(who)].state;
    if (found !== stateName.parse(name)) this.faults.push(`${at} ${who}: expected ${name}, found ${found}`);
  }
}

/** `send hello`, `receive 4`; `send` of `x*500` is 500 times x. */
function argument(what: string, rest: readonly string[]): object {
  if (rest.length === 0) return {};
  if (what === 'receive') return { bytes: Number(rest[0]) };
  const [, letter = '', count = ''] = /^(.)\*(\d+)$/.exec(rest.join(' ')) ?? [];
  return { text: letter ? letter.repeat(Number(count)) : rest.join(' ') };
}

/** `server forge ACK seq 1001 ack 5001 some text`: sent to the server. */
function forgery(to: Side, words: readonly string[]): TcpAction {
  const seqAt = words.indexOf('seq');
  const ackAt = words.indexOf('ack');
  const text = words.slice(Math.max(seqAt, ackAt) + 2).join(' ');
  return tcpActionSchema.parse({
    kind: 'forge',
    to,
    flags: words.slice(0, seqAt),
    seq: Number(words[seqAt + 1]),
    ...(ackAt === -1 ? {} : { ack: Number(words[ackAt + 1]) }),
    ...(text ? { text } : {}),
  });
}

function networkDeed(deed: string, [segment = 0, ms = 0, bit]: number[]): TcpAction {
  if (deed === 'corrupt') return tcpActionSchema.parse({ kind: 'corrupt', segment, byte: ms, bit });
  const kind = deed === 'lose' ? 'drop' : deed === 'hold' ? 'delay' : deed;
  return tcpActionSchema.parse(kind === 'delay' ? { kind, segment, ms } : { kind, segment });
}

/** As a `>` line says it: `40 server > SYN ACK seq 5000 ack 1001`, with `len` when there is text and `win` when it is not 65535. */
function describeSegment(segment: Segment): string {
  const order = ['SYN', 'FIN', 'RST', 'PSH', 'ACK'] as const;
  const parts = [
    ...order.filter((flag) => segment.flags.includes(flag) && flag !== 'PSH'),
    `seq ${segment.seq}`,
    ...(segment.flags.includes('ACK') ? [`ack ${segment.ack}`] : []),
    ...(segment.text.length > 0 ? [`len ${segment.text.length}`] : []),
    ...(segment.windowScale === undefined ? [] : [`ws ${segment.windowScale}`]),
    ...(segment.sackPermitted ? ['sackOK'] : []),
    ...(segment.timestamps ? [`ts ${segment.timestamps.value}:${segment.timestamps.echo}`] : []),
    ...(segment.sack ?? []).map(({ from, to }) => `sack ${from}-${to}`),
    ...(segment.wnd === 65_535 || segment.flags.includes('RST') ? [] : [`win ${segment.wnd}`]),
  ];
  return `${segment.sentAt} ${segment.from} > ${parts.join(' ')}`;
}
