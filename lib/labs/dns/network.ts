import { encodeMessage } from './encode-message';
import type { Message } from './message';
import type { Moment } from './moment';
import { keyOf } from './name';
import { type DnsState, dnsPort, hosts, type Packet, type Socket } from './state';
import { truncated } from './truncate';

export const mostPackets = 3_000;

/** The settings of a server, by its address or one of its names. */
export function serverSetup({ setup, internet }: DnsState, address: string) {
  const names = [address, ...(internet.servers.get(address)?.names ?? [])];
  for (const [written, settings] of Object.entries(setup.servers)) {
    if (names.some((name) => keyOf(name) === keyOf(written) || keyOf(name) === keyOf(`${written}.`))) return settings;
  }
  return null;
}

/** One way between two hosts, in milliseconds. */
function delayBetween(state: DnsState, a: string, b: string): number {
  const far = [a, b].find((address) => address !== hosts.stub && address !== hosts.resolver);
  if (far === undefined) return state.setup.near;
  const isFromStub = a === hosts.stub || b === hosts.stub;
  return (serverSetup(state, far)?.delay ?? state.setup.delay) + (isFromStub ? state.setup.near : 0);
}

export type Sending = {
  from: Socket;
  to: Socket;
  transport: 'udp' | 'tcp';
  bytes: Uint8Array;
  answers?: number;
};

/** Puts a message on its way. Over TCP a query waits for the handshake first: one round trip more. */
export function send(moment: Moment, sending: Sending): number {
  const { state } = moment;
  const delay = delayBetween(state, sending.from.address, sending.to.address);
  const isQuery = sending.answers === undefined;
  return enter(moment, sending, state.now + (sending.transport === 'tcp' && isQuery ? 3 * delay : delay));
}

export function enter(moment: Moment, sending: Sending & Pick<Packet, 'forged'>, at: number): number {
  const { state } = moment;
  const id = state.packets.length;
  state.packets.push({ ...sending, id, sentAt: state.now, at, fate: 'in-flight' });
  // Behind all that arrive no later.
  const place = state.wire.findLastIndex((one) => (state.packets[one]?.at ?? 0) <= at) + 1;
  state.wire.splice(place, 0, id);
  moment.events.push({ kind: 'sent', at: state.now, packet: id });
  moment.cost += 2;
  return id;
}

/** Answers a packet: back to where it came from, cut to what UDP may carry. */
export function reply(moment: Moment, query: Packet, message: Message, most: number): number {
  const fitting = query.transport === 'udp' ? truncated(message, most) : message;
  return send(moment, {
    from: { address: query.to.address, port: dnsPort },
    to: query.from,
    transport: query.transport,
    bytes: encodeMessage(fitting),
    answers: query.id,
  });
}

/** What becomes of a packet at its end. */
export function settle(state: DnsState, id: number, change: Partial<Packet>): void {
  const packet = state.packets[id];
  if (packet) state.packets[id] = { ...packet, ...change };
}
