import * as z from 'zod/mini';
import type { TcpAction } from './action';
import { tcpActionSchema } from './action';
import type { Segment } from './segment';
import { sides, type TcpSetup, tcpSetupSchema } from './setup';
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

export function play(script: string, setup: z.input<typeof tcpSetupSchema> = plainSetup, seed = 1): ScenarioResult {
  const full: TcpSetup = tcpSetupSchema.parse(setup);
  const scenario = new Scenario(start(full, seed));
  for (const line of script.split('\n')) {
    const words = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (words[0] !== '') scenario.line(Number(words[0]), words.slice(1));
  }
  const sent = scenario.state.segments.filter((segment) => segment.copyOf === undefined).map(describeSegment);
  return { state: scenario.state, sent, expected: scenario.expected, faults: scenario.faults };
}

class Scenario {
  readonly expected: string[] = [];
  readonly faults: string[] = [];

  constructor(public state: TcpState) {}

  line(at: number, [who = '', what = '', ...rest]: string[]): void {
    if (at > this.state.now) this.act({ kind: 'wait', ms: at - this.state.now });
    if (what === '>') this.expected.push(`${at} ${who} > ${rest.join(' ')}`);
    else if (what === 'is') this.expectState(at, who, rest[0] ?? '');
    else if (who === 'network') this.act(networkDeed(what, rest.map(Number)));
    else
      this.act(tcpActionSchema.parse({ kind: what, side: who, ...(rest.length > 0 ? { text: rest.join(' ') } : {}) }));
  }

  private act(action: TcpAction): void {
    this.state = step(this.state, action).state;
  }

  private expectState(at: number, who: string, name: string): void {
    const found = this.state[side.parse(who)].state;
    if (found !== stateName.parse(name)) this.faults.push(`${at} ${who}: expected ${name}, found ${found}`);
  }
}

function networkDeed(deed: string, [segment = 0, ms = 0]: number[]): TcpAction {
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
    ...(segment.wnd === 65_535 || segment.flags.includes('RST') ? [] : [`win ${segment.wnd}`]),
  ];
  return `${segment.sentAt} ${segment.from} > ${parts.join(' ')}`;
}
