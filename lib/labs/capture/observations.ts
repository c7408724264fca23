import { before, distance, notAfter, plus } from '../tcp/sequence-number';
import type { Conversation } from './conversation';
import type { TcpPacket } from './packet';

/** What someone who only watches may conclude of a segment. */
export type Observation =
  | { code: 'asks' | 'answers' | 'confirms' }
  | { code: 'sent-again' }
  | { code: 'fills-gap' }
  | { code: 'gap-before'; bytes: number }
  | { code: 'keep-alive' }
  | { code: 'duplicate-ack'; count: number }
  | { code: 'window-closed' }
  | { code: 'window-opened' }
  | { code: 'closes' }
  | { code: 'resets' };

/** A segment of a conversation, numbered from each side's first number, as a diagram shows it. */
export type Observed = {
  packet: TcpPacket;
  from: 'client' | 'server';
  seq: number;
  ack: number;
  /** In bytes, shifted where both SYNs were seen and both offered it. */
  wnd: number;
  saw: readonly Observation[];
};

type Watched = {
  first: number | null;
  /** One more than the highest number seen. */
  next: number | null;
  /** Numbers that were jumped over. */
  gaps: { from: number; to: number }[];
  ack: number | null;
  wnd: number | null;
  duplicates: number;
  scale: number | null;
};

/** No more holes are remembered than a healthy connection ever has. */
const mostGaps = 256;

/** Every segment of a TCP conversation with what one may conclude from it and those before. */
export function observe(conversation: Conversation): Observed[] {
  const ends = { client: watched(), server: watched() };
  const { client } = conversation;
  return conversation.packets.flatMap((packet) => {
    if (packet.protocol !== 'tcp') return [];
    const isClient = packet.source.address === client.address && packet.source.port === client.port;
    const own = isClient ? ends.client : ends.server;
    const peer = isClient ? ends.server : ends.client;
    return [observeOne(packet, isClient ? 'client' : 'server', own, peer)];
  });
}

function watched(): Watched {
  return { first: null, next: null, gaps: [], ack: null, wnd: null, duplicates: 0, scale: null };
}

function observeOne(packet: TcpPacket, from: 'client' | 'server', own: Watched, peer: Watched): Observed {
  const { flags, seq, ack } = packet;
  const syn = flags.includes('SYN');
  const acks = flags.includes('ACK');
  const saw: Observation[] = [];
  if (syn) {
    own.scale = packet.options.windowScale ?? null;
    saw.push({ code: acks ? 'answers' : 'asks' });
  }
  const isConfirmation = !syn && acks && own.ack === null && peer.first !== null && ack === plus(peer.first, 1);
  if (isConfirmation && packet.textLength === 0 && !flags.includes('FIN') && !flags.includes('RST'))
    saw.push({ code: 'confirms' });
  own.first ??= syn ? seq : plus(seq, -1);
  if (acks) peer.first ??= plus(ack, -1);
  const shift = syn || own.scale === null || peer.scale === null ? 0 : Math.min(own.scale, 14);
  const wnd = packet.wnd * 2 ** shift;
  saw.push(...ofNumbers(packet, own), ...ofAcknowledgement(packet, own, peer, wnd));
  if (flags.includes('FIN')) saw.push({ code: 'closes' });
  if (flags.includes('RST')) saw.push({ code: 'resets' });
  if (acks) own.ack = ack;
  own.wnd = wnd;
  const relative = (value: number, base: number | null) => (value - (base ?? 0)) >>> 0;
  return { packet, from, seq: relative(seq, own.first), ack: acks ? relative(ack, peer.first) : 0, wnd, saw };
}

/** Whether the segment's numbers come in their turn. */
function ofNumbers({ flags, seq, textLength }: TcpPacket, own: Watched): Observation[] {
  const length = textLength + (flags.includes('SYN') ? 1 : 0) + (flags.includes('FIN') ? 1 : 0);
  if (flags.includes('RST')) return [];
  const { next } = own;
  const end = plus(seq, length);
  if (next === null) {
    own.next = end;
    return [];
  }
  if (length <= 1 && textLength === length && plus(seq, 1) === next) return [{ code: 'keep-alive' }];
  if (length === 0) return [];
  if (before(next, seq)) {
    if (own.gaps.length < mostGaps) own.gaps.push({ from: next, to: seq });
    own.next = end;
    return [{ code: 'gap-before', bytes: distance(next, seq) }];
  }
  if (before(next, end)) own.next = end;
  if (seq === next) return [];
  const gap = own.gaps.findIndex((one) => before(seq, one.to) && before(one.from, end));
  if (gap !== -1) {
    fill(own, gap, seq, end);
    return [{ code: 'fills-gap' }];
  }
  return notAfter(end, next) ? [{ code: 'sent-again' }] : [];
}

function fill(own: Watched, place: number, from: number, to: number): void {
  const gap = own.gaps[place];
  if (!gap) return;
  const left = [
    ...(before(gap.from, from) ? [{ from: gap.from, to: from }] : []),
    ...(before(to, gap.to) ? [{ from: to, to: gap.to }] : []),
  ];
  own.gaps.splice(place, 1, ...left);
}

/** Duplicates as RFC 5681 §2 counts them, and windows that close and open. */
function ofAcknowledgement(
  { flags, ack, textLength }: TcpPacket,
  own: Watched,
  peer: Watched,
  wnd: number,
): Observation[] {
  if (!flags.includes('ACK') || flags.includes('RST')) return [];
  const saw: Observation[] = [];
  const isBare = textLength === 0 && !flags.includes('SYN') && !flags.includes('FIN');
  const isOutstanding = peer.next !== null && before(ack, peer.next);
  if (isBare && isOutstanding && own.ack === ack && own.wnd === wnd && wnd > 0) {
    own.duplicates += 1;
    saw.push({ code: 'duplicate-ack', count: own.duplicates });
  } else if (own.ack !== ack) own.duplicates = 0;
  if (wnd === 0 && own.wnd !== 0) saw.push({ code: 'window-closed' });
  if (wnd > 0 && own.wnd === 0) saw.push({ code: 'window-opened' });
  return saw;
}
