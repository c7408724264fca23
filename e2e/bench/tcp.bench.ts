import type { Figure } from '../../lib/cli/bench';
import { actionLogLimits } from '../../lib/labs/action-log';
import type { TcpAction } from '../../lib/labs/tcp/action';
import { readSegment } from '../../lib/labs/tcp/segment-bytes';
import { tcpSetupSchema } from '../../lib/labs/tcp/setup';
import type { TcpState } from '../../lib/labs/tcp/state';
import { tcpLab } from '../../lib/labs/tcp/tcp-lab';

const WARM = 5;
const ROUNDS = 9;

/** How many segments a second the TCP engine writes, carries, reads back and acts upon in Node. */
export async function run(): Promise<Figure[]> {
  return [
    {
      name: 'TCP segments encoded, decoded and processed, one transfer',
      value: median(transfer),
      unit: '/s',
      atLeast: 100_000,
    },
    { name: 'the same step by step, each state kept as the lab keeps it', value: median(recorded), unit: '/s' },
  ];
}

function median(rate: () => number): number {
  for (let round = 0; round < WARM; round += 1) rate();
  const rates = Array.from({ length: ROUNDS }, rate).sort((a, b) => a - b);
  return rates[ROUNDS >> 1] ?? 0;
}

const everyOption = { windowScale: 2, sackPermitted: true, timestamps: true };
const setup = tcpSetupSchema.parse({
  client: { ...everyOption, congestion: 'new-reno' },
  server: { ...everyOption, mss: 112, ackDelay: 100 },
});
const opening: TcpAction[] = [
  { kind: 'listen', side: 'server' },
  { kind: 'open', side: 'client' },
  { kind: 'wait', ms: 200 },
];
const text = 'x'.repeat(4_000);

/** One connection with every option and a congestion window that sends 400 kB in segments of 100 bytes; returns segments a second. */
function transfer(): number {
  const began = performance.now();
  let state = tcpLab.start(setup, 1);
  const act = (action: TcpAction) => {
    state = tcpLab.advance(state, action).state;
  };
  for (const action of opening) act(action);
  for (let turn = 0; turn < 100; turn += 1) {
    act({ kind: 'send', side: 'client', text });
    act({ kind: 'wait', ms: 900 });
  }
  const rate = segmentsRead(state) / seconds(began);
  if (state.server.application.received.length !== 400_000) throw new Error('not everything arrived');
  return rate;
}

/** The same connection as a learner steps through it: as many actions as a log may have, and every state stays at hand to go back to. */
function recorded(): number {
  const began = performance.now();
  let state = tcpLab.start(setup, 1);
  const frames = [{ state, events: tcpLab.step(state, { kind: 'next' }).events }];
  const act = (action: TcpAction) => {
    const { state: next, events } = tcpLab.step(state, action);
    state = next;
    frames.push({ state, events });
  };
  for (const action of opening) act(action);
  while (frames.length < actionLogLimits.actions) {
    const isQuiet = state.wire.length === 0 && state.server.timers['delayed-ack'] === undefined;
    act(isQuiet ? { kind: 'send', side: 'client', text } : { kind: 'next' });
  }
  const rate = segmentsRead(state) / seconds(began);
  if (frames[100]?.state.segments.length === state.segments.length)
    throw new Error('a state that was kept has changed');
  return rate;
}

function segmentsRead(state: TcpState): number {
  return state.segments.filter(({ bytes }) => readSegment(bytes) !== null).length;
}

function seconds(began: number): number {
  return (performance.now() - began) / 1_000;
}
