import { memo } from 'react';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import type { DrawnRun, DrawnSegment, Shown } from './drawn-run';
import styles from './tcp.module.css';
import { flagsOf, timeOf, wayOf } from './tcp-labels';

type Props = {
  locale: Locale;
  state: DrawnRun;
  /** Which page of them. */
  shown: Shown;
  /** The state before this step: what is new since then is marked. */
  before: DrawnRun | null;
  /** The end of the given run: its later segments keep their room, unseen. */
  whole: DrawnRun | null;
  picked: number | null;
};

/** The segments as a list: all a narrow screen shows of the diagram, and what a screen reader hears of it on any. */
export function TcpSegments({ locale, state, shown, before, whole, picked }: Props) {
  const words = tcpViewWords[locale];
  const count = state.segments.length;
  const later = whole?.segments.slice(count) ?? [];
  return (
    <ol className={styles.segments} aria-label={words.segments}>
      {count === 0 && <li className={styles.none}>{words.noSegments}</li>}
      {state.segments.slice(shown.from, shown.to).map((segment) => (
        <li
          key={segment.id}
          aria-setsize={count}
          aria-posinset={segment.id + 1}
          data-side={segment.from}
          data-fate={segment.fate}
          data-now={(before && before.segments[segment.id]?.fate !== segment.fate) || undefined}
          data-picked={segment.id === picked || undefined}
          data-object={segment.id}
        >
          <Row segment={segment} locale={locale} />
        </li>
      ))}
      {later.slice(count === 0 ? 1 : 0).map((segment) => (
        <li key={segment.id} data-side={segment.from} className={styles.later} aria-hidden="true">
          <Numbers segment={segment} />
        </li>
      ))}
    </ol>
  );
}

/** A segment is another one once something has become of it. */
const Row = memo(function Row({ segment, locale }: { segment: DrawnSegment; locale: Locale }) {
  const words = tcpViewWords[locale];
  const notes = [
    segment.forged ? words.forged : null,
    segment.stranger ? segment.stranger.address : null,
    segment.copyOf === undefined ? null : words.copy,
    segment.repeats === undefined ? null : words.again,
    segment.mark ?? null,
    segment.fate === 'arrived' ? null : words.fates[segment.fate],
  ].filter((note) => note !== null);
  const heard = [
    wayOf(segment, locale),
    words.sentAt(timeOf(segment.sentAt)),
    ...(segment.fate === 'arrived' ? [words.fates.arrived] : []),
  ];
  return (
    <>
      <Numbers segment={segment} />
      {notes.length > 0 && <i>{notes.join(' · ')}</i>}
      <span className="visually-hidden">{`, ${heard.join(', ')}`}</span>
    </>
  );
});

function Numbers({ segment }: { segment: DrawnSegment }) {
  const isDatagram = segment.protocol === 'udp';
  return (
    <>
      <b>{flagsOf(segment)}</b>
      {!isDatagram && <span>{` seq ${segment.seq} `}</span>}
      {segment.flags.includes('ACK') && <span>{`ack ${segment.ack} `}</span>}
      {segment.text.length > 0 && <span>{`${segment.text.length} B `}</span>}
    </>
  );
}
