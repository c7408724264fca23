import { has } from '@/lib/labs/tcp/segment';
import type { TcpState } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { flagsOf, timeOf, wayOf } from './tcp-labels';

type Props = { locale: Locale; state: TcpState; caption: string };

/** The segments of a run in the order they were sent, one row each: all that the diagram shows of them. */
export function TcpTable({ locale, state, caption }: Props) {
  const words = tcpViewWords[locale];
  const { time, way, fate } = words.columns;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[time, way, 'flags', 'seq', 'ack', 'len', fate].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.segments.map((segment) => (
          <tr key={segment.id}>
            <td>{timeOf(segment.sentAt)}</td>
            <td>{wayOf(segment, locale)}</td>
            <th scope="row">{flagsOf(segment)}</th>
            <td>{segment.seq}</td>
            <td>{has(segment, 'ACK') ? segment.ack : '–'}</td>
            <td>{segment.text.length}</td>
            <td>{words.fates[segment.fate]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
