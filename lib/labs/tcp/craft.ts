import { newIpv4, putUint16, putUint32 } from '../ipv4';
import type { TcpAction } from './action';
import { explain, type Moment } from './moment';
import { enterNetwork, forgedIdentification } from './network';
import { fieldsOf, flagBits, segmentChecksum, tcpProtocol } from './segment-bytes';
import { peerOf, type TcpSetup } from './setup';

export type Craft = Extract<TcpAction, { kind: 'craft' }>;

/** RFC 5737, TEST-NET-3: the address of a stranger who sends a segment that was built by hand. */
const strangersAddress = '203.0.113.77';

/** The learner builds a segment, down to its checksum, and sends it under the name of one side or as a stranger. */
export function craft(moment: Moment, action: Craft) {
  const { setup } = moment.state;
  const { to, flags, seq, checksum } = action;
  if (setup.protocol === 'udp') return explain(moment, { code: 'not-over-udp', side: to });
  const bytes = craftedBytes(setup, action, forgedIdentification(moment));
  const isByHand = checksum !== 'right';
  enterNetwork(moment, peerOf(to), fieldsOf(bytes), {
    bytes,
    forged: true,
    crafted: isByHand ? 'by-hand' : 'summed',
    ...(action.stranger ? { stranger: { address: strangersAddress, port: sourcePort(setup, action) } } : {}),
  });
  explain(moment, { code: 'crafted', side: to, flags, seq, checksum: isByHand ? checksum : null });
}

/** The datagram as the learner wants it. Only the IP header is right whatever they write. */
export function craftedBytes(setup: TcpSetup, wanted: Craft, identification: number): Uint8Array {
  const here = setup[peerOf(wanted.to)];
  const there = setup[wanted.to];
  const options = bytesOfHex(wanted.options ?? '');
  const text = wanted.hex === undefined ? new TextEncoder().encode(wanted.text ?? '') : bytesOfHex(wanted.hex);
  // Zeros behind the options end their list and fill it up to a whole word (RFC 9293 §3.2).
  const headerLength = 20 + Math.ceil(options.length / 4) * 4;
  const source = wanted.stranger ? strangersAddress : here.address;
  const header = { source, destination: there.address, identification, timeToLive: 64, protocol: tcpProtocol };
  const bytes = newIpv4(header, headerLength + text.length);
  const at = 20;
  putUint16(bytes, at, sourcePort(setup, wanted));
  putUint16(bytes, at + 2, wanted.destinationPort ?? there.port);
  putUint32(bytes, at + 4, wanted.seq);
  putUint32(bytes, at + 8, wanted.ack ?? 0);
  bytes[at + 12] = (headerLength / 4) << 4;
  bytes[at + 13] = flagBits(wanted.flags);
  putUint16(bytes, at + 14, wanted.window ?? 65_535);
  putUint16(bytes, at + 18, wanted.urgent ?? 0);
  bytes.set(options, at + 20);
  bytes.set(text, at + headerLength);
  putUint16(bytes, at + 16, wanted.checksum === 'right' ? segmentChecksum(bytes) : wanted.checksum);
  return bytes;
}

/** `'0204 05b4'` → four bytes; spaces between are passed over. */
export function bytesOfHex(hex: string): Uint8Array {
  const digits = hex.replaceAll(' ', '');
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

function sourcePort(setup: TcpSetup, wanted: Craft): number {
  return wanted.sourcePort ?? setup[peerOf(wanted.to)].port;
}
