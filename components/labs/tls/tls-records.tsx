import { peerOf } from '@/lib/labs/tls/side';
import type { TlsRecord, TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import styles from './tls.module.css';
import { saidIn, wireObject } from './tls-labels';

type Props = {
  locale: Locale;
  state: TlsState;
  before: TlsState | null;
  /** The end of the given run: its later records keep their room, unseen. */
  whole: TlsState | null;
  picked: number | null;
};

/** The records as a sequence of arrows, which is a list at the same time: a lock where nobody on the way can read. */
export function TlsRecords({ locale, state, before, whole, picked }: Props) {
  const words = tlsViewWords[locale];
  const later = whole?.records.slice(state.records.length) ?? [];
  return (
    <ol className={styles.records} aria-label={words.records}>
      {state.records.length === 0 && <li className={styles.none}>{words.noRecords}</li>}
      {state.records.map((record) => (
        <li
          key={record.id}
          data-side={record.from}
          data-fate={record.fate}
          data-begins={state.records[record.id - 1]?.connection !== record.connection || undefined}
          data-now={(before && before.records[record.id]?.fate !== record.fate) || undefined}
          data-picked={record.id === picked || undefined}
          data-object={wireObject(record.id)}
        >
          <Row record={record} locale={locale} />
        </li>
      ))}
      {later.slice(state.records.length === 0 ? 1 : 0).map((record) => (
        <li key={record.id} data-side={record.from} className={styles.later} aria-hidden="true">
          <span className={styles.said}>{saidIn(record, locale)}</span>
        </li>
      ))}
    </ol>
  );
}

function Row({ record, locale }: { record: TlsRecord; locale: Locale }) {
  const words = tlsViewWords[locale];
  const notes = [
    record.copyOf === undefined ? null : words.copy,
    record.tamperings.length > 0 ? words.tampered : null,
    record.fate === 'arrived' ? null : words.fates[record.fate],
  ].filter((note) => note !== null);
  const heard = [
    record.protection ? words.locked : words.open,
    words.to(words.sides[record.from], words.sides[peerOf(record.from)]),
    ...(notes.length > 0 ? [] : [words.fates.arrived]),
  ];
  return (
    <>
      <span className={styles.number}>{record.id + 1}</span>
      <span className={styles.said}>
        {record.protection && <Lock />}
        {saidIn(record, locale)}
      </span>
      <span className={styles.size}>{record.bytes.length} B</span>
      {notes.length > 0 && <i>{notes.join(' · ')}</i>}
      <span className="visually-hidden">{`, ${heard.join(', ')}`}</span>
    </>
  );
}

function Lock() {
  return (
    <svg className={styles.lock} viewBox="0 0 12 14" aria-hidden="true">
      <path d="M3 6V4a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="1.5" y="6" width="9" height="7" rx="1.4" fill="currentColor" />
    </svg>
  );
}
