import type { TlsAction } from '@/lib/labs/tls/action';
import { capturePcap, keyLogFile } from '@/lib/labs/tls/capture';
import { type TlsEvent, whyOf } from '@/lib/labs/tls/event';
import type { TlsGoal } from '@/lib/labs/tls/goal';
import type { TlsSetup } from '@/lib/labs/tls/setup';
import type { TlsState } from '@/lib/labs/tls/state';
import { tlsWords } from '@/lib/words/tls';
import { tlsViewWords } from '@/lib/words/tls-view';
import type { LabView } from '../lab-view';
import { TlsControls } from './tls-controls';
import { tlsFigure } from './tls-figure';
import { nameOf } from './tls-labels';
import { TlsSettings } from './tls-settings';
import { TlsStage } from './tls-stage';

/** How the TLS lab is seen. */
export const tlsView: LabView<TlsSetup, TlsState, TlsAction, TlsEvent, TlsGoal> = {
  ...tlsFigure,
  next: (state) => (state.wire.length > 0 ? { kind: 'next' } : null),
  conditions: ({ client, server, host }, locale) => {
    const { condition } = tlsViewWords[locale];
    return [host, condition.versions([...client.versions].reverse().join(' + ')), condition.key[server.key]];
  },
  why: ({ events }, locale) => {
    const why = whyOf(events);
    return why && tlsWords[locale].why(why);
  },
  sentences: ({ events, state }, locale) =>
    events.map((event) => tlsWords[locale].event(event, (record) => nameOf(state, record, locale))),
  deadEnd: (why, locale) => Object.entries(tlsWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: TlsStage,
  Controls: TlsControls,
  Settings: TlsSettings,
  downloads: [
    {
      name: 'pcap',
      label: (locale) => tlsViewWords[locale].pcapLong,
      file: (state) => ({
        name: 'handrail-tls.pcap',
        type: 'application/vnd.tcpdump.pcap',
        bytes: capturePcap(state),
      }),
    },
    {
      name: 'keylog',
      label: (locale) => tlsViewWords[locale].keyLogLong,
      file: (state) => ({
        name: 'handrail-tls-keys.txt',
        type: 'text/plain',
        bytes: new TextEncoder().encode(keyLogFile(state)),
      }),
    },
  ],
};
