import { concatenated } from '../bytes';
import { type Captured, writePcap } from '../pcap';
import type { Flag } from '../tcp/segment';
import { writeSegment } from '../tcp/segment-bytes';
import { writeUdp } from '../tcp/udp-bytes';
import type { DnsState, Packet, Socket } from './state';

/** The most text of one segment (an MSS of Ethernet). */
const segmentText = 1_460;
const firstIss = { client: 1_234_567, server: 7_654_321 } as const;

/**
 * What a capture in the middle sees of all messages: those over UDP when they were sent, forged ones each by itself up to sixteen, those
 * over TCP with the connection around them (RFC 1035 §4.2.2: two bytes of length go before each).
 */
export function capture(state: DnsState): Captured[] {
  const captured: Captured[] = [];
  let identification = 0;
  for (const packet of state.packets) {
    if (packet.transport === 'tcp') {
      if (packet.answers === undefined) captured.push(...connection(state, packet));
      continue;
    }
    for (let copy = 0; copy < Math.min(packet.forged?.count ?? 1, 16); copy += 1) {
      const text = packet.bytes.slice();
      if (copy > 0) new DataView(text.buffer).setUint16(0, (new DataView(text.buffer).getUint16(0) + copy) & 0xffff);
      identification = (identification + 1) & 0xffff;
      const bytes = writeUdp({ source: packet.from, destination: packet.to, identification, text });
      captured.push({ at: packet.sentAt + copy * 0.001, bytes });
    }
  }
  return captured.sort((a, b) => a.at - b.at);
}

/** The connection that carries a query, and its answer when there was one. */
function connection(state: DnsState, query: Packet): Captured[] {
  const answer = state.packets.find(({ answers }) => answers === query.id);
  const packets: Captured[] = [];
  const next = { client: firstIss.client + query.id * 1_000, server: firstIss.server + query.id * 1_000 };
  let identification = query.id * 16;
  const put = (from: 'client' | 'server', at: number, flags: readonly Flag[], text: Uint8Array = new Uint8Array(0)) => {
    const [source, destination]: [Socket, Socket] = from === 'client' ? [query.from, query.to] : [query.to, query.from];
    identification = (identification + 1) & 0xffff;
    const bytes = writeSegment({
      ...{ source, destination, identification, flags, text, seq: next[from] >>> 0, wnd: 65_535 },
      ack: flags.includes('ACK') ? next[from === 'client' ? 'server' : 'client'] >>> 0 : 0,
      ...(flags.includes('SYN') ? { mss: segmentText } : {}),
    });
    packets.push({ at, bytes });
    next[from] += text.length + (flags.includes('SYN') || flags.includes('FIN') ? 1 : 0);
  };
  const send = (from: 'client' | 'server', at: number, message: Uint8Array) => {
    const whole = concatenated(Uint8Array.of(message.length >>> 8, message.length), message);
    for (let start = 0; start < whole.length; start += segmentText)
      put(from, at + start / 1e6, ['PSH', 'ACK'], whole.subarray(start, start + segmentText));
  };
  const way = (query.at - query.sentAt) / 3;
  put('client', query.sentAt, ['SYN']);
  put('server', query.sentAt + way, ['SYN', 'ACK']);
  put('client', query.sentAt + 2 * way, ['ACK']);
  send('client', query.sentAt + 2 * way + 0.001, query.bytes);
  put('server', query.at + 0.001, ['ACK']);
  if (!answer) return packets;
  send('server', answer.sentAt + 0.002, answer.bytes);
  put('client', answer.at + 0.003, ['ACK']);
  put('client', answer.at + 0.004, ['FIN', 'ACK']);
  put('server', answer.at + way + 0.004, ['FIN', 'ACK']);
  put('client', answer.at + 2 * way + 0.004, ['ACK']);
  return packets;
}

/** The capture as a file that Wireshark opens. Its clock begins at the lab's noon, so that it is the same each time. */
export function capturePcap(state: DnsState): Uint8Array<ArrayBuffer> {
  return writePcap(capture(state), Date.UTC(2026, 10, 23, 12) / 1_000);
}
