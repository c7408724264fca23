import type { CSSProperties } from 'react';
import type { TlsAction } from '@/lib/labs/tls/action';
import type { TlsEvent } from '@/lib/labs/tls/event';
import type { TlsState } from '@/lib/labs/tls/state';
import type { StageProps } from '../lab-view';
import { KeyPicture } from './key-picture';
import styles from './tls.module.css';
import { subjectOf, TlsBytes } from './tls-bytes';
import { TlsListener } from './tls-listener';
import { TlsRecords } from './tls-records';
import { TlsSides } from './tls-sides';
import { Hosts } from './tls-whole';

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
