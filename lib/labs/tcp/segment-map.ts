import type { ByteField, ByteMap } from '../byte-map';
import { ipv4Map } from '../ipv4';
import { flags } from './segment';
import { ipHeaderLength } from './segment-bytes';

/** Which field each byte of a segment's datagram is: IPv4 header, TCP header (RFC 9293 §3.1), options, text. */
export function segmentMap(datagram: Uint8Array): ByteMap {
  const start = ipHeaderLength;
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const headerLength = (view.getUint8(start + 12) >>> 4) * 4;
  const whole = (field: string, from: number, to: number, value: number | string): ByteField => ({
    field,
    from: start + from,
    to: start + to,
    value,
  });
  const part = (field: string, at: number, from: number, to: number, value: number): ByteField => ({
    ...whole(field, at, at + 1, value),
    bits: { from, to },
  });
  const control = view.getUint8(start + 13);
  return [
    ...ipv4Map(datagram),
    whole('tcp.source-port', 0, 2, view.getUint16(start)),
    whole('tcp.destination-port', 2, 4, view.getUint16(start + 2)),
    whole('tcp.seq', 4, 8, view.getUint32(start + 4)),
    whole('tcp.ack', 8, 12, view.getUint32(start + 8)),
    part('tcp.data-offset', 12, 0, 4, headerLength / 4),
    part('tcp.reserved', 12, 4, 8, view.getUint8(start + 12) & 0xf),
    // The first bit of the byte is the highest, CWR; the last is FIN.
    ...flags
      .map((flag, place) => part(`tcp.flag.${flag}`, 13, 7 - place, 8 - place, (control >>> place) & 1))
      .reverse(),
    whole('tcp.window', 14, 16, view.getUint16(start + 14)),
    whole('tcp.checksum', 16, 18, view.getUint16(start + 16)),
    whole('tcp.urgent-pointer', 18, 20, view.getUint16(start + 18)),
    ...(headerLength === 24
      ? [
          whole('tcp.option.kind', 20, 21, view.getUint8(start + 20)),
          whole('tcp.option.length', 21, 22, view.getUint8(start + 21)),
          whole('tcp.option.mss', 22, 24, view.getUint16(start + 22)),
        ]
      : []),
    ...(datagram.length > start + headerLength
      ? [whole('tcp.text', headerLength, datagram.length - start, textValue(datagram.subarray(start + headerLength)))]
      : []),
  ];
}

/** The text as UTF-8 where it is, with a replacement character where a segment cuts a character in two. */
function textValue(text: Uint8Array): string {
  return new TextDecoder().decode(text);
}
