import { peerOf } from '@/lib/labs/tls/side';
import type { TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import { saidIn } from './tls-labels';

type Props = { locale: Locale; state: TlsState; caption: string };

/** The records of a run in the order they were sent, one row each. */
export function TlsTable({ locale, state, caption }: Props) {
  const words = tlsViewWords[locale];
  const { number, way, said, protection, bytes, fate } = words.columns;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[number, way, said, protection, bytes, fate].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.records.map((record) => (
          <tr key={record.id}>
            <td>{record.id + 1}</td>
            <td>{words.to(words.sides[record.from], words.sides[peerOf(record.from)])}</td>
            <th scope="row">{saidIn(record, locale)}</th>
            <td>{record.protection ? words.locked : words.open}</td>
            <td>{record.bytes.length}</td>
            <td>{words.fates[record.fate]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
