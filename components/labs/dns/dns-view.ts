import type { DnsAction } from '@/lib/labs/dns/action';
import { capturePcap } from '@/lib/labs/dns/capture';
import { nextDue } from '@/lib/labs/dns/clock';
import { type DnsEvent, whyOf } from '@/lib/labs/dns/event';
import type { DnsGoal } from '@/lib/labs/dns/goal';
import type { DnsSetup } from '@/lib/labs/dns/setup';
import type { DnsState } from '@/lib/labs/dns/state';
import { dnsWords } from '@/lib/words/dns';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { LabView } from '../lab-view';
import { DnsControls } from './dns-controls';
import { dnsFigure } from './dns-figure';
import { hostName, nameOf } from './dns-labels';
import { DnsSettings } from './dns-settings';
import { DnsStage } from './dns-stage';

/** How the DNS lab is seen. */
export const dnsView: LabView<DnsSetup, DnsState, DnsAction, DnsEvent, DnsGoal> = {
  ...dnsFigure,
  next: (state) => (nextDue(state) ? { kind: 'next' } : null),
  conditions: ({ resolver, delay }, locale) => {
    const { condition } = dnsViewWords[locale];
    const counts = resolver.ids === 'sequential';
    const fixed = resolver.ports === 'fixed';
    const guess = counts && fixed ? 'both' : counts ? 'ids' : fixed ? 'ports' : 'none';
    return [condition.guess[guess], ...(resolver.bailiwick ? [] : [condition.believes]), condition.delay(delay)];
  },
  why: ({ events, state }, locale) => {
    const why = whyOf(events);
    return why && dnsWords[locale].why(why, (address) => hostName(state, address, locale));
  },
  sentences: ({ events, state }, locale) => {
    const said = events.map((event) =>
      dnsWords[locale].event(
        event,
        (address) => hostName(state, address, locale),
        (packet) => nameOf(state, packet, locale),
      ),
    );
    // The reason of a step is mostly something that was told already.
    return [...new Set(said)];
  },
  deadEnd: (why, locale) => Object.entries(dnsWords[locale].deadEnds).find(([code]) => code === why)?.[1] ?? '',
  Stage: DnsStage,
  Controls: DnsControls,
  Settings: DnsSettings,
  downloads: [
    {
      name: 'pcap',
      label: (locale) => dnsViewWords[locale].pcapLong,
      file: (state) => ({
        name: 'handrail-dns.pcap',
        type: 'application/vnd.tcpdump.pcap',
        bytes: capturePcap(state),
      }),
    },
  ],
};
