import type { CSSProperties } from 'react';
import type { JourneyState } from '@/lib/labs/journey/state';
import type { Visit } from '@/lib/labs/journey/visit';
import { journeyWords } from '@/lib/words/journey';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import styles from './journey.module.css';
import { nameOfRequest, requestObject, type ShownRequest, shownAt, shownRequests } from './journey-labels';

type Props = {
  locale: Locale;
  state: JourneyState;
  visit: Visit;
  picked: number | null;
  /** Only drawn: names are no buttons. */
  still: boolean;
};

type Place = CSSProperties & { '--from': string; '--to': string };

/** The requests of a journey, one row each, on one scale of time. */
export function JourneyWaterfall({ locale, state, visit, picked, still }: Props) {
  const words = journeyViewWords[locale];
  const isLast = visit === state.visits.at(-1);
  const until = isLast ? shownAt(state) : visit.endedAt;
  const requests = shownRequests(visit, until);
  const { request, status, size, start, took, bar } = words.columns;
  return (
    <table className={styles.waterfall}>
      <caption className="visually-hidden">{words.waterfall}</caption>
      <thead>
        <tr>
          {[request, status, size, start, took, bar].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requests.map((one) => (
          <Row key={one.id} {...{ locale, visit, still }} request={one} isPicked={one.id === picked} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  locale,
  visit,
  request,
  isPicked,
  still,
}: Omit<Props, 'state' | 'picked'> & { request: ShownRequest; isPicked: boolean }) {
  const words = journeyViewWords[locale];
  const { time, bytes } = journeyWords[locale];
  const end = request.phases.at(-1)?.to ?? request.startedAt;
  const answer = !request.isOver
    ? '…'
    : request.failure
      ? words.failed
      : [request.status, words.caches[request.cache]].filter((part) => part).join(' ');
  const name = shortName(visit, request);
  const parts = request.phases.filter(({ from, to }) => to > from);
  return (
    <tr data-picked={isPicked || undefined} data-failed={request.failure !== null || undefined}>
      <th scope="row" title={request.url}>
        {still ? (
          name
        ) : (
          <button type="button" data-object={requestObject(request.id)} aria-pressed={isPicked}>
            {name}
          </button>
        )}
      </th>
      <td>{answer}</td>
      <td>{request.isOver && request.bytes > 0 ? request.bytes.toLocaleString(locale) : ''}</td>
      <td>{time(request.startedAt - visit.startedAt)}</td>
      <td>{time(end - request.startedAt)}</td>
      <td className={styles.bars}>
        <span className="visually-hidden">
          {parts.map(({ kind, from, to }) => `${words.phases[kind]} ${time(to - from)}`).join(', ')}
          {request.isOver && request.bytes > 0 ? `, ${bytes(request.bytes)}` : ''}
        </span>
        {parts.map(({ kind, from, to }) => (
          <span
            key={`${kind} ${from}`}
            aria-hidden="true"
            className={styles.bar}
            data-phase={kind}
            style={placeOf(visit, from, to)}
            title={`${words.phases[kind]}: ${time(to - from)}`}
          />
        ))}
        {(['firstPaint', 'load'] as const).map((mark) => {
          const at = visit.marks[mark];
          return at === null ? null : (
            <span
              key={mark}
              aria-hidden="true"
              className={styles.mark}
              data-mark={mark}
              style={placeOf(visit, at, at)}
            />
          );
        })}
      </td>
    </tr>
  );
}

/** What a page asks of its own host goes by its path. */
function shortName({ requests }: Visit, request: ShownRequest): string {
  const name = nameOfRequest(request);
  const page = requests.find(({ id }) => id === request.cause?.request);
  return request.cause?.by === 'page' && page?.host === request.host ? name.slice(request.host.length) : name;
}

/** Percent of the journey. */
function placeOf({ startedAt, endedAt }: Visit, from: number, to: number): Place {
  const whole = Math.max(endedAt - startedAt, 0.1);
  const percent = (at: number) => `${(((at - startedAt) / whole) * 100).toFixed(2)}%`;
  return { '--from': percent(from), '--to': percent(to) };
}
