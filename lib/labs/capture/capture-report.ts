import type { Flag, Socket } from '../tcp/segment';
import type { Side } from '../tcp/setup';
import type { ConnectionState, StateChange } from '../tcp/state';
import type { CaptureFault, CaptureFile } from './capture-file';
import { type Conversation, conversationsOf } from './conversation';
import { type Distances, distancesOf } from './distances';
import { inferStates } from './inferred-states';
import { type Observation, observe } from './observations';
import type { PlacedPacket } from './packet-map';

/** A packet of a conversation, ready to be drawn. Times are milliseconds since the conversation began. */
export type ReportedPacket = PlacedPacket & {
  /** Its place in the conversation. */
  id: number;
  /** Its number in the file, from 1, as other tools have it. */
  number: number;
  from: Side;
  flags: readonly Flag[];
  /** Counted from each side's first number; over UDP 0. */
  seq: number;
  ack: number;
  /** As they are on the wire. */
  rawSeq: number;
  rawAck: number;
  /** In bytes, shifted where that is known; null over UDP. */
  wnd: number | null;
  textLength: number;
  /** When the capture saw it. */
  seenAt: number;
  /** When it was sent and when it arrived, as far as can be told from the distances. */
  sentAt: number;
  at: number;
  saw: readonly Observation[];
};

export type ReportedConversation = {
  protocol: 'tcp' | 'udp';
  client: Socket;
  server: Socket;
  /** Milliseconds since the first packet of the file. */
  beganAt: number;
  /** Bytes of text, sent again or not. */
  bytes: number;
  /** null where no answer was seen, and over UDP. */
  distances: Distances | null;
  begins: ConnectionState;
  stateChanges: StateChange[];
  packets: ReportedPacket[];
};

/** All that is shown of a capture file. Whatever is bytes is a view of the file's. */
export type CaptureReport = {
  format: CaptureFile['format'];
  /** How many packets were read, and how many of them are of no conversation. */
  packets: number;
  others: number;
  hasMore: boolean;
  fault: CaptureFault | null;
  conversations: ReportedConversation[];
};

export function captureReport(file: CaptureFile): CaptureReport {
  const { conversations, others } = conversationsOf(file);
  const { format, packets, hasMore, fault } = file;
  return { format, packets: packets.length, others, hasMore, fault, conversations: conversations.map(reported) };
}

function reported(conversation: Conversation): ReportedConversation {
  const { protocol, client, server } = conversation;
  const beganAt = conversation.packets[0]?.at ?? 0;
  const bytes = conversation.packets.reduce((sum, { textLength }) => sum + textLength, 0);
  const told = protocol === 'tcp' ? ofSegments(conversation) : ofDatagrams(conversation);
  return { protocol, client, server, beganAt, bytes, ...told };
}

type Told = Pick<ReportedConversation, 'distances' | 'begins' | 'stateChanges' | 'packets'>;

function ofSegments(conversation: Conversation): Told {
  const observed = observe(conversation);
  const distances = distancesOf(observed);
  const [first] = observed;
  // The first segment sets out at 0.
  const zero = (first?.packet.at ?? 0) - (first?.from === 'server' ? distances.toServer : distances.toClient);
  const packets = observed.map(({ packet, from, seq, ack, wnd, saw }, id): ReportedPacket => {
    const seenAt = rounded(packet.at - zero);
    const [gone, ahead] =
      from === 'client' ? [distances.toClient, distances.toServer] : [distances.toServer, distances.toClient];
    return {
      ...placed(packet),
      ...{ id, number: packet.number, from, flags: packet.flags, seq, ack, rawSeq: packet.seq, rawAck: packet.ack },
      ...{ wnd, textLength: packet.textLength, saw },
      ...{ seenAt, sentAt: rounded(seenAt - gone), at: rounded(seenAt + ahead) },
    };
  });
  const { begins, changes } = inferStates(packets.map((packet) => ({ ...packet, length: lengthOf(packet) })));
  const isMeasured = distances.toClient > 0 || distances.toServer > 0;
  return { distances: isMeasured ? distances : null, begins, stateChanges: changes, packets };
}

function lengthOf({ flags, textLength }: ReportedPacket): number {
  return textLength + (flags.includes('SYN') ? 1 : 0) + (flags.includes('FIN') ? 1 : 0);
}

function ofDatagrams({ packets, client }: Conversation): Told {
  const zero = packets[0]?.at ?? 0;
  const datagrams = packets.map((packet, id): ReportedPacket => {
    const isClient = packet.source.address === client.address && packet.source.port === client.port;
    const seenAt = rounded(packet.at - zero);
    return {
      ...placed(packet),
      ...{
        id,
        number: packet.number,
        from: isClient ? 'client' : 'server',
        flags: [],
        seq: 0,
        ack: 0,
        rawSeq: 0,
        rawAck: 0,
      },
      ...{ wnd: null, textLength: packet.textLength, saw: [], seenAt, sentAt: seenAt, at: seenAt },
    };
  });
  return { distances: null, begins: 'CLOSED', stateChanges: [], packets: datagrams };
}

function placed({ protocol, bytes, headerAt, textAt, textLength }: Conversation['packets'][number]): PlacedPacket {
  return { protocol, bytes, headerAt, end: textAt + textLength };
}

/** To a microsecond: finer is the noise of adding fractions. */
function rounded(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
