import type { JourneyState } from '@/lib/labs/journey/state';
import { journeyWords } from '@/lib/words/journey';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import { nameOfRequest } from './journey-labels';

type Props = { locale: Locale; state: JourneyState; caption: string };

/** All requests of all journeys, one row each: start, length, cause. */
export function JourneyTable({ locale, state, caption }: Props) {
  const words = journeyViewWords[locale];
  const { time, failure } = journeyWords[locale];
  const { request, status, size, start, took, cause } = words.columns;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[words.table.number, request, cause, status, size, start, took].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.visits.flatMap((visit) =>
          visit.requests.map((one) => (
            <tr key={one.id}>
              <td>{one.id}</td>
              <th scope="row">{nameOfRequest(one)}</th>
              <td>{words.causedBy[one.cause?.by ?? 'typed']}</td>
              <td>
                {one.failure ? failure(one.failure) : [one.status, words.caches[one.cache]].filter(Boolean).join(' ')}
              </td>
              <td>{one.bytes}</td>
              <td>{time(one.startedAt - visit.startedAt)}</td>
              <td>{time((one.endedAt ?? one.startedAt) - one.startedAt)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
