import { hmac } from '../crypto/digest';
import { addressBytes } from '../ipv4';
import { nextUint32, seeded } from '../random';
import type { Moment } from './moment';
import { clockNow } from './options-in-use';
import type { SegmentFields, Socket } from './segment';
import { before, plus } from './sequence-number';
import { peerOf } from './setup';
import type { Endpoint } from './state';
import type { LostOption } from './why';

/** The sizes a cookie can tell apart: it has three bits for them (D. J. Bernstein's layout, RFC 4987 §3.6). */
const sizes = [64, 256, 536, 1_024, 1_220, 1_360, 1_440, 1_460] as const;

/** The counter in a cookie goes on once in this time; the last two are believed. */
const period = 64_000;

/** The branch of the seed the secret comes from. */
const secretBranch = 7;

function secret(moment: Moment): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(32));
  let state = seeded(moment.state.seed, secretBranch);
  for (let at = 0; at < 32; at += 4) {
    const next = nextUint32(state);
    bytes.setUint32(at, next.value);
    state = next.state;
  }
  return new Uint8Array(bytes.buffer);
}

/** 24 bits that nobody can compute without the secret: over both sockets, the peer's first number, and the counter. */
function proof(moment: Moment, endpoint: Endpoint, peer: Socket | null, irs: number, counter: number): number {
  const { setup } = moment.state;
  const here = setup[endpoint.side];
  const there = peer ?? setup[peerOf(endpoint.side)];
  const message = new DataView(new ArrayBuffer(20));
  const bytes = new Uint8Array(message.buffer);
  bytes.set(addressBytes(there.address), 0);
  bytes.set(addressBytes(here.address), 4);
  message.setUint16(8, there.port);
  message.setUint16(10, here.port);
  message.setUint32(12, irs);
  message.setUint32(16, counter);
  const [a = 0, b = 0, c = 0] = hmac('sha256', secret(moment), bytes);
  return (a << 16) | (b << 8) | c;
}

const counterNow = (moment: Moment) => Math.floor(moment.state.now / period);

/** The number to answer a SYN with, so that nothing need be remembered: counter (5 bits), size (3 bits), proof (24 bits). */
export function cookieFor(moment: Moment, endpoint: Endpoint, peer: Socket | null, syn: SegmentFields): number {
  const counter = counterNow(moment);
  const size = sizeIndex(syn.mss ?? 536);
  return (((counter % 32) << 27) | (size << 24) | proof(moment, endpoint, peer, syn.seq, counter)) >>> 0;
}

/** The size that a cookie of ours tells, or null when it is none of ours or too old. `irs`: where the peer began to count. */
export function mssOfCookie(
  moment: Moment,
  endpoint: Endpoint,
  peer: Socket | null,
  irs: number,
  cookie: number,
): number | null {
  const now = counterNow(moment);
  for (const counter of [now, now - 1]) {
    if (counter < 0 || counter % 32 !== cookie >>> 27) continue;
    if (proof(moment, endpoint, peer, irs, counter) === (cookie & 0xff_ffff)) return sizes[(cookie >>> 24) & 7] ?? null;
  }
  return null;
}

/** The largest size the cookie knows that the peer takes. */
function sizeIndex(mss: number): number {
  const above = sizes.findIndex((size) => size > mss);
  return above === -1 ? sizes.length - 1 : Math.max(above - 1, 0);
}

export function mssKept(mss: number): number {
  return sizes[sizeIndex(mss)] ?? 536;
}

const noScale = 15;

/** As Linux does it: the lowest bits of the timestamp, which the peer echoes, keep what the cookie has no room for. */
export function clockWithOptions(moment: Moment, endpoint: Endpoint, syn: SegmentFields): number {
  const low = (syn.windowScale ?? noScale) | (syn.sackPermitted ? 0x10 : 0);
  const now = clockNow(moment, endpoint);
  const value = ((now & ~0x3f) | low) >>> 0;
  // Never ahead of the clock.
  return before(now, value) ? plus(value, -0x40) : value;
}

export function optionsOfClock(echo: number): { windowScale?: number; sackPermitted?: true } {
  const scale = echo & 0xf;
  return {
    ...(scale === noScale ? {} : { windowScale: Math.min(scale, 14) }),
    ...((echo & 0x10) !== 0 ? { sackPermitted: true as const } : {}),
  };
}

/** What of the peer's offers a cookie forgets when no timestamps carry them. */
export function lostOptions(syn: SegmentFields, hasClock: boolean): LostOption[] {
  const lost: LostOption[] = [];
  if (!hasClock && syn.windowScale !== undefined) lost.push('window-scale');
  if (!hasClock && syn.sackPermitted) lost.push('sack');
  if (syn.mss !== undefined && mssKept(syn.mss) !== syn.mss) lost.push('mss');
  return lost;
}
