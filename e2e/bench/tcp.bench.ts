import type { Figure } from '../../lib/cli/bench';
import { readSegment } from '../../lib/labs/tcp/segment-bytes';
import { tcpSetupSchema } from '../../lib/labs/tcp/setup';
import { tcpLab } from '../../lib/labs/tcp/tcp-lab';

const WARM = 3;
const ROUNDS = 7;

/** How many segments a second the TCP engine writes, carries, reads back and acts upon in Node. */
export async function run(): Promise<Figure[]> {
  for (let round = 0; round < WARM; round += 1) transfer();
  const rates = Array.from({ length: ROUNDS }, transfer).sort((a, b) => a - b);
  return [
    {
      name: 'TCP segments encoded, decoded and processed',
      value: rates[ROUNDS >> 1] ?? 0,
      unit: '/s',
      atLeast: 100_000,
    },
  ];
}

/** One connection with every option that sends 400 kB in segments of 100 bytes; returns segments a second. */
function transfer(): number {
  const options = { windowScale: 2, sackPermitted: true, timestamps: true };
  const setup = tcpSetupSchema.parse({ client: options, server: { ...options, mss: 112, ackDelay: 100 } });
  const began = performance.now();
  let state = tcpLab.start(setup, 1);
  const act = (action: Parameters<typeof tcpLab.advance>[1]) => {
    state = tcpLab.advance(state, action).state;
  };
  act({ kind: 'listen', side: 'server' });
  act({ kind: 'open', side: 'client' });
  act({ kind: 'wait', ms: 200 });
  for (let turn = 0; turn < 100; turn += 1) {
    act({ kind: 'send', side: 'client', text: 'x'.repeat(4_000) });
    act({ kind: 'wait', ms: 300 });
  }
  const read = state.segments.filter(({ bytes }) => readSegment(bytes) !== null).length;
  const seconds = (performance.now() - began) / 1_000;
  if (state.server.application.received.length !== 400_000) throw new Error('not everything arrived');
  return read / seconds;
}
