import { has, type Segment } from '@/lib/labs/tcp/segment';
import { peerOf } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import styles from './tcp.module.css';
import { flagsOf, timeOf } from './tcp-labels';

type Props = {
  locale: Locale;
  state: TcpState;
  /** The state before this step: what is new since then is marked. */
  before: TcpState | null;
  /** The end of the given run: its later segments keep their room, unseen. */
  whole: TcpState | null;
  picked: number | null;
};

/** The segments as a list: all a narrow screen shows of the diagram, and what a screen reader hears of it on any. */
export function TcpSegments({ locale, state, before, whole, picked }: Props) {
  const words = tcpViewWords[locale];
  const later = whole?.segments.slice(state.segments.length) ?? [];
  return (
    <ol className={styles.segments} aria-label={words.segments}>
      {state.segments.length === 0 && <li className={styles.none}>{words.noSegments}</li>}
      {state.segments.map((segment) => (
        <li
          key={segment.id}
          data-side={segment.from}
          data-fate={segment.fate}
          data-now={(before && before.segments[segment.id]?.fate !== segment.fate) || undefined}
          data-picked={segment.id === picked || undefined}
          data-object={segment.id}
        >
          <Row segment={segment} locale={locale} />
        </li>
      ))}
      {later.slice(state.segments.length === 0 ? 1 : 0).map((segment) => (
        <li key={segment.id} data-side={segment.from} className={styles.later} aria-hidden="true">
          <Numbers segment={segment} />
        </li>
      ))}
    </ol>
  );
}

function Row({ segment, locale }: { segment: Segment; locale: Locale }) {
  const words = tcpViewWords[locale];
  const notes = [
    segment.copyOf === undefined ? null : words.copy,
    segment.repeats === undefined ? null : words.again,
    segment.fate === 'arrived' ? null : words.fates[segment.fate],
  ].filter((note) => note !== null);
  const way = words.to(words.sides[segment.from], words.sides[peerOf(segment.from)]);
  const heard = [way, words.sentAt(timeOf(segment.sentAt)), ...(notes.length > 0 ? [] : [words.fates.arrived])];
  return (
    <>
      <Numbers segment={segment} />
      {notes.length > 0 && <i>{notes.join(' · ')}</i>}
      <span className="visually-hidden">{`, ${heard.join(', ')}`}</span>
    </>
  );
}

function Numbers({ segment }: { segment: Segment }) {
  return (
    <>
      <b>{flagsOf(segment)}</b>
      <span>{` seq ${segment.seq} `}</span>
      {has(segment, 'ACK') && <span>{`ack ${segment.ack} `}</span>}
      {segment.text.length > 0 && <span>{`${segment.text.length} B `}</span>}
    </>
  );
}
