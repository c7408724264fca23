import type { Moment } from './moment';
import type { SackBlock, SegmentFields, Timestamps } from './segment';
import { optionsLength, type SegmentOptions } from './segment-options';
import { distance, plus } from './sequence-number';
import type { Endpoint, Held, Negotiated } from './state';

/** RFC 7323 §2.3: a larger shift is taken for 14. */
const mostShift = 14;

/** What a side may use once it has heard the peer's SYN: only what both have offered. */
export function negotiate(moment: Moment, endpoint: Endpoint, syn: SegmentFields): Negotiated {
  const offer = moment.state.setup[endpoint.side];
  const scales = offer.windowScale !== undefined && syn.windowScale !== undefined;
  return {
    scale: scales ? { snd: Math.min(syn.windowScale ?? 0, mostShift), rcv: offer.windowScale ?? 0 } : null,
    sack: offer.sackPermitted === true && syn.sackPermitted === true,
    timestamps: offer.timestamps === true && syn.timestamps !== undefined,
  };
}

/** What goes on a SYN: all that the setup offers, or, in answer to the peer's, what was agreed (RFC 7323 §1.3). */
export function synOptions(moment: Moment, endpoint: Endpoint): SegmentOptions {
  const offer = moment.state.setup[endpoint.side];
  const { negotiated, knowsPeer } = endpoint;
  const scales = knowsPeer ? negotiated.scale !== null : offer.windowScale !== undefined;
  const permitsSack = knowsPeer ? negotiated.sack : offer.sackPermitted === true;
  return {
    mss: offer.mss,
    ...(scales && offer.windowScale !== undefined ? { windowScale: offer.windowScale } : {}),
    ...(permitsSack ? { sackPermitted: true as const } : {}),
  };
}

/** The timestamps of a segment that leaves now: offered by the first SYN, on all others only if agreed (RFC 7323 §3.2). */
export function timestampsNow(moment: Moment, endpoint: Endpoint, acknowledges: boolean): Timestamps | undefined {
  const isUsed = endpoint.knowsPeer ? endpoint.negotiated.timestamps : moment.state.setup[endpoint.side].timestamps;
  if (!isUsed) return undefined;
  return { value: clockNow(moment, endpoint), echo: acknowledges ? endpoint.clock.recent : 0 };
}

/** A clock that ticks every millisecond. */
export function clockNow(moment: Moment, endpoint: Endpoint): number {
  return plus(endpoint.clock.offset, moment.state.now);
}

/** The window as it is told: shifted, except on a SYN, and never more than the field holds. */
export function windowField(endpoint: Endpoint, isSyn: boolean): number {
  const shift = isSyn ? 0 : (endpoint.negotiated.scale?.rcv ?? 0);
  return Math.min(Math.floor(endpoint.RCV.WND / 2 ** shift), 65_535);
}

/** The window that a segment of the peer tells, in bytes. */
export function windowTold(endpoint: Endpoint, segment: SegmentFields): number {
  return segment.wnd * 2 ** (endpoint.negotiated.scale?.snd ?? 0);
}

/** The widest window this side can offer: its buffer, as far as the field can say so. */
export function widestWindow(moment: Moment, endpoint: Endpoint): number {
  return Math.min(moment.state.setup[endpoint.side].window, 65_535 * 2 ** (endpoint.negotiated.scale?.rcv ?? 0));
}

/** RFC 9293 §3.7.1, Eff.snd.MSS: what is left for text when the options of every segment are taken off. */
export function effectiveMss(endpoint: Endpoint): number {
  return Math.max(endpoint.SND.MSS - (endpoint.negotiated.timestamps ? 12 : 0), 1);
}

/** What arrived ahead of its turn, the newest block first (RFC 2018 §4), as many as fit beside the other options and the text. */
export function sackBlocks(endpoint: Endpoint, others: SegmentOptions, text: number): readonly SackBlock[] | undefined {
  if (!endpoint.negotiated.sack || endpoint.held.length === 0) return undefined;
  const most = Math.floor((40 - optionsLength(others) - 4) / 8);
  const room = text === 0 ? most : Math.floor((endpoint.SND.MSS - text - optionsLength(others) - 4) / 8);
  const blocks = heldBlocks(endpoint.held).slice(0, Math.min(most, room));
  return blocks.length > 0 ? blocks : undefined;
}

function heldBlocks(held: readonly Held[]): SackBlock[] {
  const blocks: { from: number; to: number; order: number }[] = [];
  for (const { seq, text, fin, order = 0 } of held) {
    const end = plus(seq, text.length + (fin ? 1 : 0));
    const last = blocks.at(-1);
    if (last && distance(seq, last.to) >= 0) {
      if (distance(last.to, end) > 0) last.to = end;
      last.order = Math.max(last.order, order);
    } else blocks.push({ from: seq, to: end, order });
  }
  return blocks.sort((a, b) => b.order - a.order).map(({ from, to }) => ({ from, to }));
}
