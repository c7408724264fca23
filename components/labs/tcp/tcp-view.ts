import type { TcpAction } from '@/lib/labs/tcp/action';
import { capturePcap, capturePcapng } from '@/lib/labs/tcp/capture';
import { type TcpEvent, whyOf } from '@/lib/labs/tcp/event';
import type { TcpGoal } from '@/lib/labs/tcp/goal';
import type { TcpSetup } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import { tcpWords } from '@/lib/words/tcp';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { LabView } from '../lab-view';
import { TcpControls } from './tcp-controls';
import { tcpFigure } from './tcp-figure';
import { TcpNetwork } from './tcp-network';
import { TcpStage } from './tcp-stage';

/** How the TCP lab is seen. */
export const tcpView: LabView<TcpSetup, TcpState, TcpAction, TcpEvent, TcpGoal> = {
  ...tcpFigure,
  next: (state) => (isQuiet(state) ? null : { kind: 'next' }),
  conditions: ({ network }, locale) => {
    const words = tcpViewWords[locale];
    return [
      words.loss(Math.round(network.loss * 100)),
      words.delay(network.delay),
      ...(network.jitter > 0 ? [words.jitter(network.jitter)] : []),
      ...(network.duplication > 0 ? [words.duplication(Math.round(network.duplication * 100))] : []),
    ];
  },
  why: ({ events }, locale) => {
    const why = whyOf(events);
    return why && tcpWords[locale].why(why);
  },
  sentences: ({ state, events }, locale) => {
    const spoken = events
      .filter((event) => told.includes(event.kind))
      .map((event) => tcpWords[locale].event(event, (id) => state.log.get(id)));
    return [...new Set(spoken)];
  },
  deadEnd: (why, locale) => Object.entries(tcpWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: TcpStage,
  Controls: TcpControls,
  Settings: TcpNetwork,
  downloads: [
    {
      name: 'pcap',
      label: (locale) => tcpViewWords[locale].pcapLong,
      file: (state) => ({ name: 'handrail-tcp.pcap', type: 'application/vnd.tcpdump.pcap', bytes: capturePcap(state) }),
    },
    {
      name: 'pcapng',
      label: (locale) => tcpViewWords[locale].pcapngLong,
      file: (state) => ({
        name: 'handrail-tcp.pcapng',
        type: 'application/vnd.tcpdump.pcap',
        bytes: capturePcapng(state),
      }),
    },
  ],
};

/** What a transcript tells. Variables and timers stand in the tables, with what they were before. */
const told: readonly TcpEvent['kind'][] = [
  'segment-sent',
  'segment-arrived',
  'segment-lost',
  'segment-duplicated',
  'segment-delayed',
  'retransmitted',
  'state-changed',
  'data-delivered',
  'notified',
  'why',
];

/** Nothing on the wire and no timer running: nothing will happen by itself. */
function isQuiet(state: TcpState): boolean {
  const timers = [...Object.values(state.client.timers), ...Object.values(state.server.timers)];
  return state.wire.length === 0 && timers.every((due) => due === undefined);
}
