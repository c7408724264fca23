import { noBytes } from '../bytes';
import { nextUint32, seeded } from '../random';
import { History } from './history';
import type { Side, TcpSetup } from './setup';
import { sides } from './setup';
import { type Endpoint, type Negotiated, stateOf, type TcpState } from './state';

/** Each use of chance has a branch of its own, so that one more coin for the network does not move the sequence numbers. */
const branch = { network: 0, client: 1, server: 2 } as const;

/** Where the clocks of the timestamps begin: no host tells how long it has been up. */
const clockBranch = { client: 5, server: 6 } as const;

const nothingNegotiated: Negotiated = { scale: null, sack: false, timestamps: false };

/** All timers have their place from the beginning: an object of one shape is quicker to copy. */
function noTimers(): Endpoint['timers'] {
  return {
    retransmission: undefined,
    'time-wait': undefined,
    'delayed-ack': undefined,
    override: undefined,
    'syn-queue': undefined,
    user: undefined,
  };
}

/** An endpoint without a connection; what its application has seen so far stays with it. */
export function closedEndpoint(side: Side, setup: TcpSetup, before?: Endpoint): Endpoint {
  return {
    side,
    state: 'CLOSED',
    openedBy: null,
    ISS: 0,
    IRS: 0,
    knowsPeer: false,
    SND: { UNA: 0, NXT: 0, WND: 0, WL1: 0, WL2: 0, MSS: 536 },
    RCV: { NXT: 0, WND: Math.min(setup[side].window, 65_535) },
    negotiated: nothingNegotiated,
    clock: { offset: before?.clock.offset ?? 0, recent: 0, recentAt: 0, lastAckSent: 0, refusedAt: null },
    mostWindow: 0,
    congestion: null,
    lastSentAt: 0,
    sampled: before?.sampled ?? null,
    halfOpen: [],
    sendQueue: noBytes,
    closeQueued: false,
    finSeq: null,
    retransmissionQueue: [],
    held: [],
    synRetransmitted: false,
    RTO: setup.times.initialRto,
    SRTT: null,
    RTTVAR: null,
    timers: noTimers(),
    acksOwed: 0,
    opens: before?.opens ?? 0,
    ipId: before?.ipId ?? 0,
    application: before?.application ?? {
      sent: noBytes,
      received: noBytes,
      buffered: noBytes,
      datagrams: [],
      notices: [],
    },
  };
}

export function start(setup: TcpSetup, seed: number): TcpState {
  const [client, server] = sides.map((side) => {
    const ipId = nextUint32(seeded(seed, branch[side])).value & 0xffff;
    const closed = closedEndpoint(side, setup);
    const offset = nextUint32(seeded(seed, clockBranch[side])).value;
    return { ...closed, ipId, clock: { ...closed.clock, offset } };
  });
  if (!client || !server) throw new Error('a lab has two sides');
  return stateOf({
    setup,
    seed,
    now: 0,
    random: seeded(seed, branch.network),
    client,
    server,
    log: new History(),
    wire: [],
    stateChanges: [],
    sampleLog: new History(),
    flooded: 0,
  });
}
