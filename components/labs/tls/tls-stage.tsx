import type { CSSProperties } from 'react';
import type { TlsAction } from '@/lib/labs/tls/action';
import type { TlsEvent } from '@/lib/labs/tls/event';
import { sides } from '@/lib/labs/tls/setup';
import type { TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import type { StageProps, WholeProps } from '../lab-view';
import { KeyPicture } from './key-picture';
import styles from './tls.module.css';
import { subjectOf, TlsBytes } from './tls-bytes';
import { TlsListener } from './tls-listener';
import { TlsRecords } from './tls-records';
import { TlsSides } from './tls-sides';

/** Rows that are seen at once; a longer run scrolls within. */
const mostRows = 12;
const freeRows = 8;
/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** The records between the two sides, how far each side is, the listener, the bytes, and the key schedule. */
export function TlsStage({
  id,
  locale,
  before,
  frame,
  whole,
  free = false,
  picked,
  pick,
}: StageProps<TlsState, TlsAction, TlsEvent>) {
  const { state, events } = frame;
  const was = before?.state ?? null;
  const rows = Math.min(whole?.records.length ?? freeRows, mostRows);
  const room: CSSProperties & { '--rows': number } = { '--rows': Math.max(rows, 3) };
  const shown = picked ? Math.floor(picked.object / 2) : subjectOf(state, events);
  return (
    <>
      <div className={styles.stage}>
        <div className={styles.wireView} data-follow style={room} {...reachable}>
          <Hosts locale={locale} />
          <TlsRecords locale={locale} state={state} before={was} whole={whole} picked={shown} />
        </div>
        <div className={styles.beside}>
          <TlsSides locale={locale} state={state} />
          <TlsListener locale={locale} state={state} still={!pick} />
        </div>
      </div>
      <TlsBytes id={id} locale={locale} state={state} events={events} picked={picked} pick={pick} />
      <KeyPicture id={id} locale={locale} state={state} before={was} still={!pick} open={free} />
    </>
  );
}

export function TlsWhole({ locale, state, named }: WholeProps<TlsState>) {
  return (
    <div className={styles.whole} {...(named ? { role: 'group', 'aria-label': named.title } : { 'aria-hidden': true })}>
      <Hosts locale={locale} />
      <TlsRecords locale={locale} state={state} before={null} whole={null} picked={null} />
    </div>
  );
}

function Hosts({ locale }: { locale: Locale }) {
  return (
    <p className={styles.hosts} aria-hidden="true">
      {sides.map((side) => (
        <b key={side} data-side={side}>
          {tlsViewWords[locale].sides[side]}
        </b>
      ))}
    </p>
  );
}
