import { gistOfBytes } from '@/lib/labs/dns/gist';
import type { DnsState } from '@/lib/labs/dns/state';
import { dnsWords } from '@/lib/words/dns';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { Locale } from '@/lib/words/locale';
import { hostName, questionIn } from './dns-labels';

type Props = { locale: Locale; state: DnsState; caption: string };

/** The messages of a run in the order they were sent, one row each. */
export function DnsTable({ locale, state, caption }: Props) {
  const words = dnsViewWords[locale];
  const { number, at, way, gist, question, bytes, fate } = words.columns;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {[number, at, way, gist, question, bytes, fate].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.packets.map((packet) => (
          <tr key={packet.id}>
            <td>{packet.id + 1}</td>
            <td>{words.clock(packet.sentAt)}</td>
            <td>
              {words.to(hostName(state, packet.from.address, locale), hostName(state, packet.to.address, locale))}
            </td>
            <th scope="row">{dnsWords[locale].gists[gistOfBytes(packet.bytes)]}</th>
            <td>{questionIn(packet)}</td>
            <td>{packet.bytes.length}</td>
            <td>{words.fates[packet.fate]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
