import { type Captured, writePcap } from '../pcap';
import type { Flag } from '../tcp/segment';
import { writeSegment } from '../tcp/segment-bytes';
import { peerOf, type Side } from './side';
import type { TlsRecord, TlsState } from './state';

/** The most text of one segment in the capture (an MSS of Ethernet). */
const segmentText = 1_460;
const server = { address: '198.51.100.20', port: 443 } as const;
const clientAddress = '192.0.2.10';
const firstPort = 49_396;
const firstIss = { client: 1_234_567, server: 7_654_321 } as const;

/** One side's half of a TCP connection, as far as a capture needs it. */
type Half = { next: number; identification: number };

/**
 * What a capture at one host sees of all connections: TCP opened, every record that the host sent and every one that reached it,
 * each acknowledged, TCP closed. The network between may do as it likes: it ends TCP itself and begins it anew.
 */
export function capture(state: TlsState, host: Side): Captured[] {
  const captured: Captured[] = [];
  for (let connection = 1; connection <= state.connection; connection += 1) {
    const seen = state.records
      .filter((record) => record.connection === connection && isSeen(record, host))
      .map((record) => ({ record, at: timeAt(record, host) }))
      .sort((a, b) => a.at - b.at || a.record.id - b.record.id);
    captured.push(...connectionOf(seen, connection, host, state.setup.delay));
  }
  // Fractions keep what happens in one millisecond in its order.
  return captured.sort((a, b) => a.at - b.at);
}

function isSeen(record: TlsRecord, host: Side): boolean {
  return record.from === host ? record.copyOf === undefined : record.fate === 'arrived';
}

function timeAt(record: TlsRecord, host: Side): number {
  return record.from === host ? record.sentAt : record.at;
}

function connectionOf(
  seen: readonly { record: TlsRecord; at: number }[],
  connection: number,
  host: Side,
  delay: number,
): Captured[] {
  const [first] = seen;
  if (!first) return [];
  const client = { address: clientAddress, port: firstPort + connection - 1 };
  const half: Record<Side, Half> = {
    client: { next: firstIss.client + connection * 100_000, identification: connection * 1_000 },
    server: { next: firstIss.server + connection * 100_000, identification: connection * 1_000 },
  };
  const packets: Captured[] = [];
  let last = 0;
  const put = (from: Side, at: number, flags: readonly Flag[], text: Uint8Array = new Uint8Array(0)) => {
    const own = half[from];
    own.identification = (own.identification + 1) & 0xffff;
    last = Math.max(last + 0.001, at);
    const bytes = writeSegment({
      source: from === 'client' ? client : server,
      destination: from === 'client' ? server : client,
      identification: own.identification,
      seq: own.next,
      ack: flags.includes('ACK') ? half[peerOf(from)].next : 0,
      flags,
      wnd: 65_535,
      ...(flags.includes('SYN') ? { mss: segmentText } : {}),
      text,
    });
    packets.push({ at: last, bytes });
    own.next += text.length + (flags.includes('SYN') || flags.includes('FIN') ? 1 : 0);
  };
  // At the client a round trip passes between SYN and SYN,ACK, at the server between SYN,ACK and ACK.
  const opened = first.at + 2 * delay;
  put('client', opened - 2 * delay - 2, ['SYN']);
  put('server', host === 'client' ? opened - 2 : opened - 2 * delay - 1, ['SYN', 'ACK']);
  put('client', opened - 1, ['ACK']);
  let unacknowledged: Side | null = null;
  for (const { record, at } of seen) {
    const bytes = record.from === host ? record.sent : record.bytes;
    if (unacknowledged && unacknowledged !== record.from) unacknowledged = null;
    for (let from = 0; from < bytes.length; from += segmentText) {
      put(record.from, at + 2 * delay, ['PSH', 'ACK'], bytes.subarray(from, from + segmentText));
    }
    unacknowledged = record.from;
    if (record.from !== host) put(host, at + 2 * delay, ['ACK']);
  }
  if (unacknowledged === host) put(peerOf(host), last + 2 * delay, ['ACK']);
  put('client', last + 1, ['FIN', 'ACK']);
  put('server', last + 2 * delay, ['FIN', 'ACK']);
  put('client', last + 1, ['ACK']);
  return packets;
}

/** The capture as a file that Wireshark opens. Its clock begins at the lab's noon, so that it is the same each time. */
export function capturePcap(state: TlsState, host: Side = 'client'): Uint8Array<ArrayBuffer> {
  return writePcap(capture(state, host), Date.UTC(2026, 10, 23, 12) / 1_000);
}

/** The key log as a file: `(Pre)-Master-Secret log filename` in Wireshark, `tls.keylog_file` in tshark. */
export function keyLogFile(state: TlsState): string {
  return state.keyLog.map((line) => `${line}\n`).join('');
}
