/** How many entries one piece holds: 64, so that a run of 5,000 segments copies about a kilobyte a step instead of forty. */
const bits = 6;
const mask = (1 << bits) - 1;

/** The histories that were last read as a whole: what a picture asks for again and again while it is drawn. */
const readLately: History<unknown>[] = [];
const mostReadLately = 8;

/**
 * A list that grows at its end and changes near it, kept in pieces. A copy shares all pieces with what it was copied from;
 * whoever changes one afterwards makes that piece its own first, so that a step costs the same early and late in a run.
 */
export class History<T> {
  /** Shared with copies: never changed, only replaced, unless it is among `#own`. */
  pieces: T[][];
  length: number;
  #own: Set<T[]> | null = null;
  #ownsPieces = false;
  #all: readonly T[] | null = null;

  constructor(pieces: T[][] = [], length = 0) {
    this.pieces = pieces;
    this.length = length;
  }

  /** The same list, to be changed by itself. Neither owns anything any more. */
  copy(): History<T> {
    this.#own = null;
    this.#ownsPieces = false;
    return new History(this.pieces, this.length);
  }

  get(index: number): T | undefined {
    return this.pieces[index >> bits]?.[index & mask];
  }

  push(entry: T): void {
    const piece = this.#ownPiece(this.length >> bits);
    piece.push(entry);
    this.length += 1;
    this.#all = null;
  }

  /** Replaces the entry at `index`, which there must be. */
  set(index: number, entry: T): void {
    if (index < 0 || index >= this.length) throw new RangeError(`a history of ${this.length} has no entry ${index}`);
    this.#ownPiece(index >> bits)[index & mask] = entry;
    this.#all = null;
  }

  /** All of it as an array, which nobody may change. */
  all(): readonly T[] {
    if (this.#all) return this.#all;
    const all = this.pieces.flat();
    this.#all = all;
    readLately.push(this);
    const oldest = readLately.length > mostReadLately ? readLately.shift() : undefined;
    if (oldest) oldest.#forget();
    return all;
  }

  #forget(): void {
    if (!readLately.includes(this)) this.#all = null;
  }

  #ownPiece(at: number): T[] {
    const shared = this.pieces[at];
    if (shared && this.#own?.has(shared)) return shared;
    if (!this.#ownsPieces) this.pieces = this.pieces.slice();
    this.#ownsPieces = true;
    const own = shared ? shared.slice() : [];
    this.pieces[at] = own;
    this.#own ??= new Set();
    this.#own.add(own);
    return own;
  }
}
