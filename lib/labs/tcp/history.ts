/** How many entries one piece holds: 64, near the root of what a log may make, where a changed entry costs the least to copy around. */
const bits = 6;
const mask = (1 << bits) - 1;

/** The histories that were last read as a whole: what a picture asks for again and again while it is drawn. */
const readLately: History<unknown>[] = [];
const mostReadLately = 8;

/**
 * A list that grows at its end and changes near it, kept in pieces. A copy shares all pieces with what it was copied from. An entry that
 * is added goes into the shared piece, since a history looks no further than its own length, unless another has taken the place already;
 * to change an entry, a history first makes the piece its own. So a step costs the same early and late in a run.
 */
export class History<T> {
  #length: number;
  #pieces: T[][];
  /** The pieces that no other history has, and may be changed in place. */
  #own: Set<T[]> | null = null;
  #ownsList = false;
  #all: readonly T[] | null = null;

  constructor(pieces: T[][] = [], length = 0) {
    this.#pieces = pieces;
    this.#length = length;
  }

  get length(): number {
    return this.#length;
  }

  /** The same list, to be changed by itself. Neither owns anything any more. */
  copy(): History<T> {
    this.#own = null;
    this.#ownsList = false;
    return new History(this.#pieces, this.#length);
  }

  get(index: number): T | undefined {
    return index < this.#length ? this.#pieces[index >> bits]?.[index & mask] : undefined;
  }

  push(entry: T): void {
    const at = this.#length >> bits;
    const place = this.#length & mask;
    if (place === 0) this.#begin(at, entry);
    else {
      const piece = this.#pieces[at];
      // Who came later has gone on from here as well: from now on there are two.
      if (piece?.length === place) piece.push(entry);
      else this.#ownPiece(at).push(entry);
    }
    this.#length += 1;
    this.#all = null;
  }

  /** Replaces the entry at `index`, which there must be. */
  set(index: number, entry: T): void {
    if (index < 0 || index >= this.#length) throw new RangeError(`a history of ${this.#length} has no entry ${index}`);
    this.#ownPiece(index >> bits)[index & mask] = entry;
    this.#all = null;
  }

  /** All of it as an array, which nobody may change. */
  all(): readonly T[] {
    if (this.#all) return this.#all;
    const all = this.#pieces.flat();
    all.length = this.#length;
    this.#all = all;
    readLately.push(this);
    const oldest = readLately.length > mostReadLately ? readLately.shift() : undefined;
    if (oldest) oldest.#forget();
    return all;
  }

  #forget(): void {
    if (!readLately.includes(this)) this.#all = null;
  }

  #begin(at: number, entry: T): void {
    if (this.#pieces.length > at) this.#ownList().length = at;
    const piece = [entry];
    this.#pieces.push(piece);
    this.#own ??= new Set();
    this.#own.add(piece);
  }

  #ownList(): T[][] {
    if (!this.#ownsList) this.#pieces = this.#pieces.slice();
    this.#ownsList = true;
    return this.#pieces;
  }

  #ownPiece(at: number): T[] {
    const shared = this.#pieces[at] ?? [];
    if (this.#own?.has(shared)) return shared;
    const own = shared.slice(0, this.#length - (at << bits));
    this.#ownList()[at] = own;
    this.#own ??= new Set();
    this.#own.add(own);
    return own;
  }
}
