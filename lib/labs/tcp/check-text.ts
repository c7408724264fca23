import { appended } from './append';
import { explain, type Moment } from './moment';
import { widestWindow } from './options-in-use';
import { read } from './receive-call';
import { has, type Segment } from './segment';
import { before, distance, plus } from './sequence-number';
import type { Endpoint, Held } from './state';

/** What became of a segment's text. `finIsNext`: the FIN behind it is now in its turn. */
export type TextCheck = { accepted: boolean; mustAnswer: boolean; finIsNext: boolean };

/** Seventh check: the segment text (RFC 9293 §3.10.7.4). What is ahead of its turn is held, and answered at once. */
export function checkText(moment: Moment, endpoint: Endpoint, segment: Segment, cut: number): TextCheck {
  const { side } = endpoint;
  const fin = has(segment, 'FIN');
  if (cut > 0) explain(moment, { code: 'text-discarded', side, bytes: cut, because: 'buffer-full' });
  const mustAnswer = cut > 0;
  if (segment.text.length === 0 && !fin) return { accepted: false, mustAnswer, finIsNext: false };
  if (!takesText(endpoint)) {
    if (segment.text.length > 0)
      explain(moment, { code: 'text-discarded', side, bytes: segment.text.length, because: 'closed' });
    return { accepted: false, mustAnswer, finIsNext: false };
  }
  if (segment.seq !== endpoint.RCV.NXT) {
    explain(moment, { code: 'ahead-of-turn', side, seq: segment.seq, expected: endpoint.RCV.NXT });
    hold(endpoint, { seq: segment.seq, text: segment.text, fin, ...orderOfArrival(endpoint) });
    return { accepted: false, mustAnswer: true, finIsNext: false };
  }
  const hadGap = endpoint.held.length > 0;
  const begin = endpoint.RCV.NXT;
  const finIsNext = takeInOrder(endpoint, { seq: segment.seq, text: segment.text, fin });
  const bytes = distance(begin, endpoint.RCV.NXT);
  if (bytes > 0) explain(moment, { code: 'text-arrived', side, bytes, ack: endpoint.RCV.NXT });
  if (moment.state.setup[side].reading === 'at-once') readAll(moment, endpoint);
  return { accepted: bytes > 0, mustAnswer: mustAnswer || hadGap, finIsNext };
}

function takesText(endpoint: Endpoint): boolean {
  return endpoint.state === 'ESTABLISHED' || endpoint.state === 'FIN-WAIT-1' || endpoint.state === 'FIN-WAIT-2';
}

/** Selective acknowledgements tell the newest first. */
function orderOfArrival({ held, negotiated }: Endpoint): { order?: number } {
  return negotiated.sack ? { order: 1 + Math.max(0, ...held.map(({ order = 0 }) => order)) } : {};
}

/** Kept in the order of their sequence numbers; of two that begin alike the longer one. */
function hold(endpoint: Endpoint, piece: Held): void {
  const length = (held: Held) => held.text.length + (held.fin ? 1 : 0);
  const { held } = endpoint;
  let place = held.length;
  while (place > 0 && before(piece.seq, held[place - 1]?.seq ?? piece.seq)) place -= 1;
  const twin = held[place - 1];
  if (twin?.seq !== piece.seq) held.splice(place, 0, piece);
  else if (length(twin) < length(piece)) held[place - 1] = piece;
}

/** Takes the piece and every held one that follows on. Returns whether a FIN comes next. */
function takeInOrder(endpoint: Endpoint, piece: Held): boolean {
  const { RCV, held } = endpoint;
  let finIsNext = takePiece(endpoint, piece);
  let taken = 0;
  for (const next of held) {
    if (before(RCV.NXT, next.seq)) break;
    finIsNext = takePiece(endpoint, next) || finIsNext;
    taken += 1;
  }
  if (taken > 0) held.splice(0, taken);
  return finIsNext;
}

/** Takes what is new in a piece. Returns whether the FIN behind it comes next. */
function takePiece({ RCV, application }: Endpoint, piece: Held): boolean {
  const known = distance(piece.seq, RCV.NXT);
  const fresh = known === 0 ? piece.text : piece.text.subarray(known);
  application.buffered = appended(application.buffered, fresh);
  RCV.NXT = plus(RCV.NXT, fresh.length);
  RCV.WND -= fresh.length;
  return piece.fin && plus(piece.seq, piece.text.length) === RCV.NXT;
}

/** An application that reads at once keeps its window as wide as its buffer. */
function readAll(moment: Moment, endpoint: Endpoint): void {
  read(moment, endpoint);
  endpoint.RCV.WND = widestWindow(moment, endpoint);
}
