import type { CaptureFile } from './capture-file';
import { type Packet, readPacket } from './packet';

/** What two sockets said to each other. The client is the one that asked first. */
export type Conversation = {
  protocol: Packet['protocol'];
  client: Packet['source'];
  server: Packet['source'];
  packets: Packet[];
};

/** The conversations of a file, in the order in which they began, and how many packets belong to none. */
export type Conversations = { conversations: Conversation[]; others: number };

export function conversationsOf(file: CaptureFile): Conversations {
  const current = new Map<string, Conversation>();
  const conversations: Conversation[] = [];
  let others = 0;
  const [first] = file.packets;
  for (const raw of file.packets) {
    const at = (raw.seconds - (first?.seconds ?? 0)) * 1_000 + (raw.nanoseconds - (first?.nanoseconds ?? 0)) / 1e6;
    const packet = readPacket(raw, at);
    if (!packet) {
      others += 1;
      continue;
    }
    const key = keyOf(packet);
    const known = current.get(key);
    if (known && !beginsAnew(known, packet)) known.packets.push(packet);
    else {
      const begun = begin(packet);
      current.set(key, begun);
      conversations.push(begun);
    }
  }
  return { conversations, others };
}

/** The same for both directions. */
function keyOf({ protocol, source, destination }: Packet): string {
  const ends = [`${source.address} ${source.port}`, `${destination.address} ${destination.port}`].sort();
  return `${protocol} ${ends.join(' ')}`;
}

function begin(packet: Packet): Conversation {
  const answers = packet.protocol === 'tcp' && packet.flags.includes('SYN') && packet.flags.includes('ACK');
  const [client, server] = answers ? [packet.destination, packet.source] : [packet.source, packet.destination];
  return { protocol: packet.protocol, client, server, packets: [packet] };
}

/** The same ports used again: a SYN with another number. */
function beginsAnew(known: Conversation, packet: Packet): boolean {
  if (packet.protocol !== 'tcp' || !packet.flags.includes('SYN') || packet.flags.includes('ACK')) return false;
  const [first] = known.packets;
  return (
    first?.protocol === 'tcp' &&
    (!first.flags.includes('SYN') || first.seq !== packet.seq) &&
    !isSimultaneous(known, packet)
  );
}

function isSimultaneous(known: Conversation, packet: Packet): boolean {
  return (
    known.packets.length < 4 &&
    !sameSource(known.packets[0], packet) &&
    !known.packets.some((one) => one.textLength > 0)
  );
}

function sameSource(a: Packet | undefined, b: Packet): boolean {
  return a?.source.address === b.source.address && a.source.port === b.source.port;
}
