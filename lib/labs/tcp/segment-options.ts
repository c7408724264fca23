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
export function writeOptions(view: DataView, at: number, options: SegmentOptions): void {
  const { mss, windowScale, sackPermitted, timestamps, sack } = options;
  let place = at;
  const put = (...bytes: number[]) => {
    for (const byte of bytes) view.setUint8(place++, byte);
  };
  const { noOperation } = optionKinds;
  if (mss !== undefined) put(optionKinds.mss, 4, mss >>> 8, mss & 0xff);
  if (sackPermitted) put(optionKinds.sackPermitted, 2);
  else if (timestamps) put(noOperation, noOperation);
  if (timestamps) {
    put(optionKinds.timestamps, 10);
    view.setUint32(place, timestamps.value);
    view.setUint32(place + 4, timestamps.echo);
    place += 8;
  } else if (sackPermitted) put(noOperation, noOperation);
  if (windowScale !== undefined) put(noOperation, optionKinds.windowScale, 3, windowScale);
  if (sack) {
    put(noOperation, noOperation, optionKinds.sack, 2 + 8 * sack.length);
    for (const block of sack) {
      view.setUint32(place, block.from);
      view.setUint32(place + 4, block.to);
      place += 8;
    }
  }
}

/** The options one after the other, padding included; null when a length is impossible. */
export function placeOptions(bytes: Uint8Array): PlacedOption[] | null {
  const placed: PlacedOption[] = [];
  for (let from = 0; from < bytes.length; ) {
    const kind = bytes[from] ?? 0;
    const isSingle = kind === optionKinds.end || kind === optionKinds.noOperation;
    const length = isSingle ? 1 : (bytes[from + 1] ?? 0);
    if ((!isSingle && length < 2) || from + length > bytes.length) return null;
    placed.push({ kind, from, to: from + length });
    if (kind === optionKinds.end) {
      if (from + 1 < bytes.length) placed.push({ kind: optionKinds.end, from: from + 1, to: bytes.length });
      break;
    }
    from += length;
  }
  return placed;
}

/** What the options say; those unknown, or of another length than theirs, are passed over (RFC 9293 §3.1). null: a length is impossible. */
export function readOptions(bytes: Uint8Array): SegmentOptions | null {
  if (bytes.length === 0) return {};
  const placed = placeOptions(bytes);
  if (!placed) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read: SegmentOptions = {};
  for (const { kind, from, to } of placed) {
    const length = to - from;
    if (kind === optionKinds.mss && length === 4) read.mss = view.getUint16(from + 2);
    else if (kind === optionKinds.windowScale && length === 3) read.windowScale = view.getUint8(from + 2);
    else if (kind === optionKinds.sackPermitted && length === 2) read.sackPermitted = true;
    else if (kind === optionKinds.timestamps && length === 10) {
      read.timestamps = { value: view.getUint32(from + 2), echo: view.getUint32(from + 6) };
    } else if (kind === optionKinds.sack && length > 2 && (length - 2) % 8 === 0)
      read.sack = blocks(view, from + 2, to);
  }
  return read;
}

function blocks(view: DataView, from: number, to: number): SackBlock[] {
  const read: SackBlock[] = [];
  for (let at = from; at < to; at += 8) read.push({ from: view.getUint32(at), to: view.getUint32(at + 4) });
  return read;
}
