import { Transform, type TransformCallback } from 'node:stream';

const [lf, quote] = [0x0a, 0x22];

/** How the rows of a file are put together: what stands before the first, between two, after the last; and after none. */
export type Frame = {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly empty: string;
  /** Rows are CSV: a line feed inside quotation marks is no end of a row. */
  readonly isCsv: boolean;
};

/** A CSV file: a mark of UTF-8 for spreadsheets, the heads, rows that end as RFC 4180 has it. */
export function csvFrame(heads: string): Frame {
  return { before: `\ufeff${heads}`, between: '\r\n', after: '\r\n', empty: '', isCsv: true };
}

/**
 * Frames the rows that PostgreSQL sends, each ended by LF. A line feed inside quotation marks belongs to a text and stays. Bytes are looked
 * for, never decoded: neither sign occurs inside another character of UTF-8.
 */
export class Framed extends Transform {
  readonly #frame: Frame;
  readonly #between: Buffer;
  #isQuoted = false;
  /** A row has ended, and it is not known yet whether another one follows. */
  #isBetween = false;

  constructor(frame: Frame) {
    super({ writableHighWaterMark: 1 << 18, readableHighWaterMark: 1 << 18 });
    this.#frame = frame;
    this.#between = Buffer.from(frame.between);
    this.push(frame.before);
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const pieces: Buffer[] = [];
    let from = 0;
    for (let end = this.#endOfRow(chunk, 0); end !== -1; end = this.#endOfRow(chunk, from)) {
      this.#take(pieces, chunk.subarray(from, end));
      this.#isBetween = true;
      from = end + 1;
    }
    if (from < chunk.length) this.#take(pieces, chunk.subarray(from));
    const [only] = pieces;
    this.push(pieces.length === 1 ? only : Buffer.concat(pieces));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.push(this.#isBetween ? this.#frame.after : this.#frame.empty);
    done();
  }

  /** Where the row that is under way at `from` ends in this chunk; -1: it goes on in the next, and what was open stays open. */
  #endOfRow(chunk: Buffer, from: number): number {
    if (!this.#frame.isCsv) return chunk.indexOf(lf, from);
    for (let at = from; ; ) {
      if (this.#isQuoted) {
        const close = chunk.indexOf(quote, at);
        if (close === -1) return -1;
        this.#isQuoted = false;
        at = close + 1;
      }
      const end = chunk.indexOf(lf, at);
      const open = firstBefore(chunk, at, end === -1 ? chunk.length : end);
      if (open === -1) return end;
      this.#isQuoted = true;
      at = open + 1;
    }
  }

  #take(pieces: Buffer[], piece: Buffer): void {
    if (this.#isBetween) {
      pieces.push(this.#between);
      this.#isBetween = false;
    }
    pieces.push(piece);
  }
}

/** The first quotation mark from `at` on and before `end`; -1: there is none. Looks no further than the row. */
function firstBefore(chunk: Buffer, at: number, end: number): number {
  const found = chunk.subarray(at, end).indexOf(quote);
  return found === -1 ? -1 : at + found;
}
