import type { CSSProperties } from 'react';
import type { DnsAction } from '@/lib/labs/dns/action';
import type { DnsEvent } from '@/lib/labs/dns/event';
import type { DnsState } from '@/lib/labs/dns/state';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { StageProps } from '../lab-view';
import styles from './dns.module.css';
import { DnsBytes, subjectOf } from './dns-bytes';
import { DnsCache } from './dns-cache';
import { DnsMessages } from './dns-messages';
import { DnsTree } from './dns-tree';

/** Rows that are seen at once; a longer run scrolls within. */
const mostRows = 10;
const freeRows = 8;
/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** The tree of zones, the messages, the resolver's cache, and the bytes of one message. */
export function DnsStage({
  id,
  locale,
  before,
  frame,
  whole,
  picked,
  pick,
}: StageProps<DnsState, DnsAction, DnsEvent>) {
  const { state, events } = frame;
  const was = before?.state ?? null;
  const rows = Math.min(whole?.packets.length ?? freeRows, mostRows);
  const room: CSSProperties & { '--rows': number } = { '--rows': Math.max(rows, 4) };
  const shown = picked?.object ?? subjectOf(state, events);
  return (
    <>
      <div className={styles.stage}>
        <div className={styles.wireView} data-follow style={room} {...reachable}>
          <DnsMessages locale={locale} state={state} before={was} whole={whole} picked={shown} />
        </div>
        <div className={styles.beside}>
          <p className={styles.clock}>{dnsViewWords[locale].clock(state.now)}</p>
          <DnsTree locale={locale} state={state} whole={whole} />
        </div>
      </div>
      <DnsCache locale={locale} state={state} before={was} />
      <DnsBytes id={id} locale={locale} state={state} events={events} picked={picked} pick={pick} />
    </>
  );
}
