import type { ByteField } from '@/lib/labs/byte-map';
import type { ReportedPacket } from '@/lib/labs/capture/capture-report';
import { isCaptureField } from '@/lib/labs/capture/packet-map';
import { isFieldName } from '@/lib/labs/tcp/field-name';
import type { Segment } from '@/lib/labs/tcp/segment';
import type { Locale } from '@/lib/words/locale';
import { tcpCaptureWords } from '@/lib/words/tcp-capture';
import { tcpFieldWords } from '@/lib/words/tcp-field';
import type { FieldWords } from '../../bytes/byte-inspector';
import { written } from '../tcp-field';

/** A field of a captured packet in words. What the lab's own hosts always do, hosts elsewhere may not: such fields have words of their own. */
export function explainCaptured(field: ByteField, packet: ReportedPacket, locale: Locale): FieldWords {
  const code = field.field;
  const value = written(code, field.value);
  if (isCaptureField(code)) {
    const { fields, meanings } = tcpCaptureWords[locale];
    const why = code === 'frame.padding' ? meanings.padding(Number(field.value)) : '';
    return { name: fields[code], value, why };
  }
  if (!isFieldName(code))
    throw new Error(`expected a field of lib/labs/tcp/field-name.ts in the byte map, found ${code}`);
  const { names, meaning } = tcpFieldWords[locale];
  const own = ownMeaning(field, packet, locale);
  return { name: names[code], value, why: own ?? meaning(code, field.value, asSegment(packet)) };
}

function ownMeaning({ field, value }: ByteField, packet: ReportedPacket, locale: Locale): string | null {
  const { meanings } = tcpCaptureWords[locale];
  const number = Number(value);
  switch (field) {
    case 'ip.ihl':
      return meanings.headerLength(number);
    case 'ip.dscp':
    case 'ip.ecn':
    case 'tcp.urgent-pointer':
      return '';
    case 'ip.identification':
      return meanings.identification;
    case 'ip.flags':
      return meanings.dontFragment((number & 2) !== 0);
    case 'ip.fragment-offset':
      return meanings.fragmentOffset;
    case 'tcp.reserved':
      return meanings.reserved(number);
    case 'tcp.window':
      return meanings.window(number, packet.wnd ?? number);
    case 'tcp.text':
    case 'udp.data': {
      const kept = Math.min(packet.end, packet.bytes.length) - (packet.end - packet.textLength);
      return kept < packet.textLength ? meanings.notAll(Math.max(kept, 0), packet.textLength) : null;
    }
    default:
      return null;
  }
}

/** As the words of the lab's own fields ask for it. */
function asSegment(packet: ReportedPacket): Segment {
  const { id, from, flags, rawSeq, rawAck, bytes, sentAt, at, textLength, end } = packet;
  const text = bytes.subarray(end - textLength, end);
  return {
    ...{ id, from, flags, seq: rawSeq, ack: rawAck, wnd: packet.wnd ?? 0, text, len: text.length },
    ...{ bytes, sentAt, at, fate: 'arrived' },
  };
}
