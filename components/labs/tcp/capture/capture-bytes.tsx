import type { ReportedConversation, ReportedPacket } from '@/lib/labs/capture/capture-report';
import { packetMap } from '@/lib/labs/capture/packet-map';
import type { Locale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { ByteInspector } from '../../bytes/byte-inspector';
import bytes from '../../bytes/bytes.module.css';
import type { Picked } from '../../lab-view';
import type { Shown } from '../drawn-run';
import { flagsOf } from '../tcp-labels';
import { explainCaptured } from './captured-field';

type Props = {
  locale: Locale;
  conversation: ReportedConversation;
  shown: Shown;
  at: number;
  picked: Picked | null;
  pick: (picked: Picked) => void;
};

/** The bytes of the chosen packet, from its IP header on. */
export function CaptureBytes({ locale, conversation, shown, at, picked, pick }: Props) {
  const words = tcpCaptureWords[locale];
  const packet = conversation.packets[at];
  if (!packet) return <p className={bytes.empty}>{words.notKept}</p>;
  const name = ({ number, from, ...packet }: ReportedPacket) =>
    words.packetName(
      number,
      packet.protocol === 'udp' ? 'UDP' : flagsOf({ flags: packet.flags }),
      tcpViewWords[locale].sides[from],
    );
  return (
    <ByteInspector
      locale={locale}
      object={packet.id}
      bytes={packet.bytes}
      map={packetMap(packet)}
      byte={picked?.byte ?? packet.headerAt}
      explain={(field) => explainCaptured(field, packet, locale)}
      still={false}
      chooser={
        <label className={bytes.chooser}>
          <span>{words.whichPacket}</span>{' '}
          <select value={packet.id} onChange={(event) => pick({ object: Number(event.target.value), byte: null })}>
            {conversation.packets.slice(shown.from, shown.to).map((it) => (
              <option key={it.id} value={it.id}>
                {name(it)}
              </option>
            ))}
          </select>
        </label>
      }
    />
  );
}
