import type { HttpState } from '@/lib/labs/http/state';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import { targetOf } from './http-exchanges';

type Props = { locale: Locale; state: HttpState; caption: string };

/** The exchanges of a run in rows and columns. */
export function HttpTable({ locale, state, caption }: Props) {
  const words = httpViewWords[locale];
  const { number, by, request, status, from, sent, took } = words.columns;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[number, by, request, status, from, sent, took].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.exchanges.map((one) => (
          <tr key={one.id}>
            <td>{one.id + 1}</td>
            <td>{words.by[one.by]}</td>
            <th scope="row">{words.way(one.method || words.unread, targetOf(one.url))}</th>
            <td>{one.seen ? `${one.seen.status} ${one.seen.reason}` : words.noStatus}</td>
            <td>{words.from[one.from]}</td>
            <td>{words.ms(one.sentAt)}</td>
            <td>{words.ms(one.arrivedAt - one.sentAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
