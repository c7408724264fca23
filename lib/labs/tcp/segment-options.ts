import { putUint16, putUint32, uint16, uint32 } from '../ipv4';
import type { SackBlock, Timestamps } from './segment';

/** The options of a TCP header that the lab knows (RFC 9293 §3.2, RFC 7323, RFC 2018). */
export type SegmentOptions = {
  mss?: number;
  windowScale?: number;
  sackPermitted?: true;
  timestamps?: Timestamps;
  sack?: readonly SackBlock[];
};

/** One option where it stands: `from` and `to` count from the first byte of the options; `to` is exclusive. */
export type PlacedOption = { kind: number; from: number; to: number };

export const optionKinds = { end: 0, noOperation: 1, mss: 2, windowScale: 3, sackPermitted: 4, sack: 5, timestamps: 8 };

/** How many bytes of a header the options take, filled up to whole words: at most 40. */
export function optionsLength(options: SegmentOptions): number {
  const { mss, windowScale, sackPermitted, timestamps, sack } = options;
  return (
    (mss === undefined ? 0 : 4) +
    (windowScale === undefined ? 0 : 4) +
    (timestamps === undefined ? (sackPermitted ? 4 : 0) : 12) +
    (sack === undefined ? 0 : 4 + 8 * sack.length)
  );
}

/** Each option begins so that its numbers lie on word boundaries, no-operations before it, as Linux lays them out. */
export function writeOptions(bytes: Uint8Array, at: number, options: SegmentOptions): void {
  const { mss, windowScale, sackPermitted, timestamps, sack } = options;
  let place = at;
  if (mss !== undefined) {
    putKind(bytes, place, optionKinds.mss, 4);
    putUint16(bytes, place + 2, mss);
    place += 4;
  }
  if (sackPermitted) {
    putKind(bytes, place, optionKinds.sackPermitted, 2);
    place += 2;
  }
  // Two bytes that fill up: before timestamps, or behind a lone permission.
  if (sackPermitted ? !timestamps : timestamps) {
    putKind(bytes, place, optionKinds.noOperation, optionKinds.noOperation);
    place += 2;
  }
  if (timestamps) {
    putKind(bytes, place, optionKinds.timestamps, 10);
    putUint32(bytes, place + 2, timestamps.value);
    putUint32(bytes, place + 6, timestamps.echo);
    place += 10;
  }
  if (windowScale !== undefined) {
    putKind(bytes, place, optionKinds.noOperation, optionKinds.windowScale);
    putKind(bytes, place + 2, 3, windowScale);
    place += 4;
  }
  if (sack) writeSack(bytes, place, sack);
}

function writeSack(bytes: Uint8Array, at: number, sack: readonly SackBlock[]): void {
  putKind(bytes, at, optionKinds.noOperation, optionKinds.noOperation);
  putKind(bytes, at + 2, optionKinds.sack, 2 + 8 * sack.length);
  let place = at + 4;
  for (const { from, to } of sack) {
    putUint32(bytes, place, from);
    putUint32(bytes, place + 4, to);
    place += 8;
  }
}

function putKind(bytes: Uint8Array, at: number, kind: number, length: number): void {
  bytes[at] = kind;
  bytes[at + 1] = length;
}

/** The options one after the other, padding included; null when a length is impossible. */
export function placeOptions(bytes: Uint8Array): PlacedOption[] | null {
  const placed: PlacedOption[] = [];
  for (let from = 0; from < bytes.length; ) {
    const kind = bytes[from] ?? 0;
    const to = from + lengthAt(bytes, from);
    if (to === from || to > bytes.length) return null;
    placed.push({ kind, from, to });
    if (kind === optionKinds.end) {
      if (to < bytes.length) placed.push({ kind: optionKinds.end, from: to, to: bytes.length });
      break;
    }
    from = to;
  }
  return placed;
}

/** How many bytes the option at `at` takes; 0 when its length is impossible. */
function lengthAt(bytes: Uint8Array, at: number): number {
  if ((bytes[at] ?? 0) <= optionKinds.noOperation) return 1;
  const length = bytes[at + 1] ?? 0;
  return length < 2 ? 0 : length;
}

/**
 * What the options between `from` and `to` say; those unknown, or of another length than theirs, are passed over (RFC 9293 §3.1).
 * null: a length is impossible.
 */
export function readOptions(bytes: Uint8Array, from = 0, to = bytes.length): SegmentOptions | null {
  const read: SegmentOptions = {};
  for (let at = from; at < to && bytes[at] !== optionKinds.end; ) {
    const length = lengthAt(bytes, at);
    if (length === 0 || at + length > to) return null;
    readOption(bytes, at, length, read);
    at += length;
  }
  return read;
}

function readOption(bytes: Uint8Array, at: number, length: number, read: SegmentOptions): void {
  const kind = bytes[at];
  if (kind === optionKinds.mss && length === 4) read.mss = uint16(bytes, at + 2);
  else if (kind === optionKinds.windowScale && length === 3) read.windowScale = bytes[at + 2] ?? 0;
  else if (kind === optionKinds.sackPermitted && length === 2) read.sackPermitted = true;
  else if (kind === optionKinds.timestamps && length === 10) {
    read.timestamps = { value: uint32(bytes, at + 2), echo: uint32(bytes, at + 6) };
  } else if (kind === optionKinds.sack && length > 2 && (length - 2) % 8 === 0)
    read.sack = blocks(bytes, at + 2, at + length);
}

function blocks(bytes: Uint8Array, from: number, to: number): SackBlock[] {
  const read: SackBlock[] = [];
  for (let at = from; at < to; at += 8) read.push({ from: uint32(bytes, at), to: uint32(bytes, at + 4) });
  return read;
}
