import { concatenated } from '../bytes';
import { explain, type Moment } from './moment';
import { read } from './receive-call';
import { has, type Segment } from './segment';
import { distance, notAfter, plus } from './sequence-number';
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
    hold(endpoint, { seq: segment.seq, text: segment.text, fin });
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

/** Kept in order of their sequence numbers; of two that begin alike the longer one. */
function hold(endpoint: Endpoint, piece: Held): void {
  const length = (held: Held) => held.text.length + (held.fin ? 1 : 0);
  const twin = endpoint.held.find((held) => held.seq === piece.seq);
  if (twin && length(twin) >= length(piece)) return;
  const others = endpoint.held.filter((held) => held !== twin);
  endpoint.held = [...others, piece].sort((a, b) => distance(b.seq, a.seq));
}

/** Takes the piece and every held one that follows on. Returns whether a FIN comes next. */
function takeInOrder(endpoint: Endpoint, piece: Held): boolean {
  let next: Held | undefined = piece;
  let finIsNext = false;
  while (next) {
    const known = distance(next.seq, endpoint.RCV.NXT);
    const fresh = next.text.slice(known);
    endpoint.application.buffered = concatenated(endpoint.application.buffered, fresh);
    endpoint.RCV.NXT = plus(endpoint.RCV.NXT, fresh.length);
    endpoint.RCV.WND -= fresh.length;
    finIsNext ||= next.fin && plus(next.seq, next.text.length) === endpoint.RCV.NXT;
    endpoint.held = endpoint.held.filter((held) => held !== next);
    next = endpoint.held.find((held) => notAfter(held.seq, endpoint.RCV.NXT));
  }
  return finIsNext;
}

/** An application that reads at once keeps its window as wide as its buffer. */
function readAll(moment: Moment, endpoint: Endpoint): void {
  read(moment, endpoint);
  endpoint.RCV.WND = moment.state.setup[endpoint.side].window;
}
