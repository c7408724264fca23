import type { ByteField, ByteMap } from '../byte-map';
import { ipv4Map } from '../ipv4';
import { flags } from './segment';
import { ipHeaderLength } from './segment-bytes';
import { optionKinds, placeOptions } from './segment-options';
import { udpProtocol } from './udp-bytes';
import { udpMap } from './udp-map';

/** Which field each byte of a segment's datagram is: IPv4 header, TCP header (RFC 9293 §3.1), options, text. */
export function segmentMap(datagram: Uint8Array): ByteMap {
  // Too short for a segment, it is a datagram whose protocol was changed on the way.
  const isUdp = datagram[9] === udpProtocol || datagram.length < ipHeaderLength + 20;
  if (isUdp) return udpMap(datagram);
  return [...ipv4Map(datagram), ...tcpMap(datagram, ipHeaderLength, datagram.length)];
}

/** The same of the TCP header at `start` and what follows it, to `end`; there are at least the header's twenty bytes. */
export function tcpMap(datagram: Uint8Array, start: number, end: number): ByteMap {
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const headerLength = (view.getUint8(start + 12) >>> 4) * 4;
  const textAt = Math.min(start + headerLength, end);
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
    ...optionsMap(datagram, start + 20, textAt),
    ...(end > textAt
      ? [whole('tcp.text', textAt - start, end - start, textValue(datagram.subarray(textAt, end)))]
      : []),
  ];
}

/** Kind, length and contents of each option; a filler byte has only a kind. */
function optionsMap(datagram: Uint8Array, from: number, to: number): ByteField[] {
  const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
  const placed = placeOptions(datagram.subarray(from, to));
  if (!placed) return [contents(from, to)];
  return placed.flatMap((option) => {
    const begin = from + option.from;
    const end = from + option.to;
    if (option.kind <= optionKinds.noOperation)
      return [{ field: 'tcp.option.filler', from: begin, to: end, value: option.kind }];
    return [
      { field: 'tcp.option.kind', from: begin, to: begin + 1, value: option.kind },
      { field: 'tcp.option.length', from: begin + 1, to: begin + 2, value: end - begin },
      ...optionContents(view, option.kind, begin + 2, end),
    ];
  });
}

function contents(from: number, to: number): ByteField {
  return { field: 'tcp.option.contents', from, to, value: to - from };
}

function optionContents(view: DataView, kind: number, from: number, to: number): ByteField[] {
  // Of another length than theirs they say nothing (RFC 9293 §3.1 lets one pass over such options).
  if (!hasItsLength(kind, to - from)) return to > from ? [contents(from, to)] : [];
  const number = (field: string, at: number): ByteField => ({ field, from: at, to: at + 4, value: view.getUint32(at) });
  switch (kind) {
    case optionKinds.mss:
      return [{ field: 'tcp.option.mss', from, to, value: view.getUint16(from) }];
    case optionKinds.windowScale:
      return [{ field: 'tcp.option.window-scale', from, to, value: view.getUint8(from) }];
    case optionKinds.timestamps:
      return [number('tcp.option.ts-value', from), number('tcp.option.ts-echo', from + 4)];
    case optionKinds.sack:
      return Array.from({ length: (to - from) / 8 }, (_, block) => [
        number('tcp.option.sack-from', from + 8 * block),
        number('tcp.option.sack-to', from + 8 * block + 4),
      ]).flat();
    default:
      return [];
  }
}

function hasItsLength(kind: number, length: number): boolean {
  switch (kind) {
    case optionKinds.mss:
      return length === 2;
    case optionKinds.windowScale:
      return length === 1;
    case optionKinds.timestamps:
      return length === 8;
    case optionKinds.sack:
      return length > 0 && length % 8 === 0;
    default:
      return false;
  }
}

/** The text as UTF-8 where it is, with a replacement character where a segment cuts a character in two. */
function textValue(text: Uint8Array): string {
  return new TextDecoder().decode(text);
}
