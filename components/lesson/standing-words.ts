import type { WordChange } from '@/lib/curriculum/word-changes';

/** A text in the page: what is needed of the DOM's `Text`. */
export type TextPlace = { data: string; readonly isConnected: boolean };

/** Changed words of one language, and all texts of the page that could be meant. */
export type ChangeAmong = { readonly changes: readonly WordChange[]; readonly places: readonly TextPlace[] };

type Put = { readonly place: TextPlace; readonly text: string; readonly version: number };

/**
 * Saved words that stand in the page before React knows of them. React writes down what changed between two drawings of its own, never looking at
 * the page: so before it writes, everything is put back as it left it.
 */
export class StandingWords {
  /** What React left where other words stand now. */
  readonly #left = new Map<TextPlace, string>();
  #put: readonly Put[] = [];

  /** Puts all the words of a saving into the page, or none of them when one has no certain place. Says whether it did. */
  put(saved: readonly ChangeAmong[], version: number): boolean {
    const found = saved.flatMap(({ changes, places }) =>
      changes.map(({ from, to, nth, of }): Put | undefined => {
        const alike = places.filter(({ data }) => data === from);
        const place = alike.length === of ? alike[nth] : undefined;
        return place && { place, text: to, version };
      }),
    );
    const puts = found.filter((put) => put !== undefined);
    if (puts.length < found.length) return false;
    this.#write(puts);
    this.#put = [...this.#put, ...puts];
    return true;
  }

  /** React is about to write. */
  takeBack(): void {
    for (const [place, text] of this.#left) place.data = text;
    this.#left.clear();
  }

  /** React has written what was saved up to a version: what came later stands in the page again. */
  drawn(version: number): void {
    this.#put = this.#put.filter((put) => put.version > version && put.place.isConnected);
    this.#write(this.#put);
  }

  /** The page is React's alone, as it left it. */
  forget(): void {
    this.takeBack();
    this.#put = [];
  }

  #write(puts: readonly Put[]): void {
    for (const { place, text } of puts) {
      if (!this.#left.has(place)) this.#left.set(place, place.data);
      place.data = text;
    }
  }
}
