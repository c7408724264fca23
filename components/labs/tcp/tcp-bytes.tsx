import { type ChangeEvent, memo } from 'react';
import type { TcpEvent } from '@/lib/labs/tcp/event';
import { has, type Segment } from '@/lib/labs/tcp/segment';
import { segmentMap } from '@/lib/labs/tcp/segment-map';
import type { TcpState } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { ByteInspector } from '../bytes/byte-inspector';
import bytes from '../bytes/bytes.module.css';
import type { Picked } from '../lab-view';
import type { Shown } from './drawn-run';
import styles from './tcp.module.css';
import { explainField } from './tcp-field';
import { nameOf } from './tcp-labels';

type Props = {
  id: string;
  locale: Locale;
  state: TcpState;
  events: readonly TcpEvent[];
  /** The page of segments that is drawn: one chooses among these. */
  shown: Shown;
  picked: Picked | null;
  pick?: (picked: Picked) => void;
};

/** The bytes of one segment: the one that was pointed at, else the one this step was about. */
export function TcpBytes({ id, locale, state, events, shown, picked, pick }: Props) {
  const words = tcpViewWords[locale];
  const segment = state.segments[picked?.object ?? subjectOf(state, events) ?? -1];
  if (!segment) return <p className={bytes.empty}>{words.noBytes}</p>;
  const map = segmentMap(segment.bytes);
  const page = state.segments.slice(shown.from, shown.to);
  const choices = page.includes(segment) ? page : [segment, ...page];
  const tells = map.find((field) => field.field === tellingField(segment, events));
  return (
    <ByteInspector
      locale={locale}
      object={segment.id}
      bytes={segment.bytes}
      map={map}
      byte={picked?.byte ?? tells?.from ?? 0}
      explain={(field) => explainField(field, segment, locale)}
      still={!pick}
      chooser={
        <label className={bytes.chooser}>
          <span>{words.whichSegment}</span>{' '}
          <select id={`${id}-segment`} className={styles.whichSegment} {...chosen(segment.id, pick)}>
            {choices.map((it) => (
              <Choice key={it.id} segment={it} locale={locale} />
            ))}
          </select>
        </label>
      }
    />
  );
}

const Choice = memo(function Choice({ segment, locale }: { segment: Segment; locale: Locale }) {
  return <option value={segment.id}>{nameOf(segment, locale)}</option>;
});

function chosen(object: number, pick: Props['pick']) {
  if (!pick) return { defaultValue: object };
  return {
    value: object,
    onChange: (event: ChangeEvent<HTMLSelectElement>) => pick({ object: Number(event.target.value), byte: null }),
  };
}

/** The segment a step was about: what arrived in it, else what was sent, else the newest there is. */
export function subjectOf(state: TcpState, events: readonly TcpEvent[]): number | null {
  const arrived = events.findLast((event) => event.kind === 'segment-arrived');
  const sent = events.findLast((event) => event.kind === 'segment-sent' || event.kind === 'segment-lost');
  const subject = arrived ?? sent;
  if (subject && 'segment' in subject) return subject.segment;
  return state.segments.length > 0 ? state.segments.length - 1 : null;
}

/** The field that carried what has changed: SND.UNA moves by SEG.ACK, RCV.NXT by SEG.SEQ and the segment's length. */
function tellingField(segment: Segment, events: readonly TcpEvent[]): string {
  const arrives = events.some((event) => event.kind === 'segment-arrived' && event.segment === segment.id);
  if (segment.protocol === 'udp') return segment.text.length > 0 ? 'udp.data' : 'udp.length';
  const moved = (name: string) => events.some((event) => event.kind === 'variable-changed' && event.name === name);
  if (!arrives) return segment.len > 0 ? 'tcp.seq' : 'tcp.ack';
  if (moved('RCV.NXT')) return 'tcp.seq';
  if (moved('SND.UNA')) return 'tcp.ack';
  return has(segment, 'ACK') && segment.len === 0 ? 'tcp.ack' : 'tcp.seq';
}
