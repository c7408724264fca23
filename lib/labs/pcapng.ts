import { concatenated } from './bytes';
import type { Captured } from './pcap';

/** A packet with what there is to say about it: Wireshark shows the comment above the packet's own fields. */
export type Commented = Captured & { comment?: string };

const linkTypeRaw = 101;
const blocks = { sectionHeader: 0x0a0d_0d0a, interface: 1, enhancedPacket: 6, secrets: 10 };
const options = { comment: 1, resolution: 9 };
const tlsKeyLog = 0x544c_534b;

/**
 * A capture file in the pcapng format (draft-ietf-opsawg-pcapng), little-endian, one section, one interface, nanoseconds. `epoch`: seconds
 * since 1970 at which the capture began. `keyLog`: TLS secrets in the NSS format, before the packets, so that who opens the file reads them.
 */
export function writePcapng(packets: readonly Commented[], epoch = 0, keyLog?: string): Uint8Array<ArrayBuffer> {
  const section = words(0x1a2b_3c4d, 1, 0xffff_ffff, 0xffff_ffff);
  const oneInterface = concatenated(words(linkTypeRaw, 0), option(options.resolution, Uint8Array.of(9)), words(0));
  return concatenated(
    block(blocks.sectionHeader, section),
    block(blocks.interface, oneInterface),
    ...(keyLog === undefined ? [] : [secretsBlock(keyLog)]),
    ...packets.map((packet) => packetBlock(packet, epoch)),
  );
}

function packetBlock({ at, bytes, comment }: Commented, epoch: number): Uint8Array {
  const ticks = BigInt(epoch) * 1_000_000_000n + BigInt(Math.round(at * 1_000_000));
  const header = words(0, Number(ticks >> 32n), Number(ticks & 0xffff_ffffn), bytes.length, bytes.length);
  const text = comment === undefined ? [] : [option(options.comment, new TextEncoder().encode(comment)), words(0)];
  return block(blocks.enhancedPacket, concatenated(header, padded(bytes), ...text));
}

function secretsBlock(keyLog: string): Uint8Array {
  const lines = new TextEncoder().encode(keyLog);
  return block(blocks.secrets, concatenated(words(tlsKeyLog, lines.length), padded(lines)));
}

/** Type, length, body, length again. */
function block(type: number, body: Uint8Array): Uint8Array {
  const whole = padded(body);
  return concatenated(words(type, whole.length + 12), whole, words(whole.length + 12));
}

function option(code: number, value: Uint8Array): Uint8Array {
  return concatenated(words(code | (value.length << 16)), padded(value));
}

function words(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (const [place, value] of values.entries()) view.setUint32(4 * place, value, true);
  return new Uint8Array(view.buffer);
}

/** Filled up with zeros to whole words. */
function padded(bytes: Uint8Array): Uint8Array {
  return concatenated(bytes, new Uint8Array(-bytes.length & 3));
}
