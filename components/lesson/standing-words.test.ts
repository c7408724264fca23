import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StandingWords } from './standing-words';

/** React as far as it matters here: it writes what differs between its own last drawing and the new one, and never looks at the page. */
class Page {
  readonly places;
  readonly words = new StandingWords();
  #drawn: readonly string[];

  constructor(texts: readonly string[]) {
    this.#drawn = texts;
    this.places = texts.map((data) => ({ data, isConnected: true }));
  }

  get shown(): string[] {
    return this.places.map(({ data }) => data);
  }

  get drawn(): readonly string[] {
    return this.#drawn;
  }

  draw(texts: readonly string[], version: number): void {
    this.words.takeBack();
    for (const [at, text] of texts.entries())
      if (text !== this.#drawn[at]) Object.assign(this.places[at] ?? {}, { data: text });
    this.#drawn = texts;
    this.words.drawn(version);
  }

  save(before: readonly string[], after: readonly string[], version: number): boolean {
    const changes = before.flatMap((from, at) => {
      const alike = before.flatMap((text, place) => (text === from ? [place] : []));
      return from === after[at] ? [] : [{ from, to: after[at] ?? '', nth: alike.indexOf(at), of: alike.length }];
    });
    return this.words.put([{ changes, places: this.places }], version);
  }
}

test('saved words stand in the page at once, and after React has drawn them', () => {
  const page = new Page(['one', 'two', 'one']);
  expect(page.save(['one', 'two', 'one'], ['one', 'two', 'three'], 1)).toBe(true);
  expect(page.shown).toEqual(['one', 'two', 'three']);
  page.draw(['one', 'two', 'three'], 1);
  expect(page.shown).toEqual(['one', 'two', 'three']);
});

test('what was drawn is true, whatever stood there: a broken text leaves the last sound one', () => {
  const page = new Page(['sound']);
  page.save(['sound'], ['broken'], 1);
  page.draw(['sound'], 1);
  expect(page.shown).toEqual(['sound']);
});

test('words that were taken back by their author before they were drawn are gone', () => {
  const page = new Page(['one']);
  page.save(['one'], ['two'], 1);
  page.save(['two'], ['one'], 2);
  page.draw(['two'], 1);
  expect(page.shown).toEqual(['one']);
  page.draw(['one'], 2);
  expect(page.shown).toEqual(['one']);
});

test('puts nothing where the page has more or fewer such texts than the file', () => {
  const page = new Page(['one', 'two', 'one']);
  const change = { from: 'two', to: 'three', nth: 0, of: 1 };
  const unknown = { from: 'one', to: 'four', nth: 0, of: 1 };
  expect(page.words.put([{ changes: [change, unknown], places: page.places }], 1)).toBe(false);
  expect(page.shown).toEqual(['one', 'two', 'one']);
});

test('any savings and drawings in any order end in the page that React knows', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 4, maxLength: 4 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('save' as const), texts }),
    fc.record({ kind: fc.constant('draw' as const), back: fc.nat(3) }),
    fc.record({ kind: fc.constant('more' as const) }),
  );
  fc.assert(
    fc.property(texts, fc.array(step, { maxLength: 20 }), (first, steps) => {
      const page = new Page(first);
      const saved: (readonly string[])[] = [first];
      for (const it of steps) {
        const newest = saved.at(-1) ?? first;
        if (it.kind === 'save') {
          saved.push(it.texts);
          const wasNewest = page.shown.join() === newest.join();
          const isPut = page.save(newest, it.texts, saved.length - 1);
          if (wasNewest) expect([isPut, page.shown]).toEqual([true, it.texts]);
          if (!isPut) page.words.forget();
        } else if (it.kind === 'draw') {
          const version = Math.max(0, saved.length - 1 - it.back);
          page.draw(saved[version] ?? first, version);
        } else {
          page.words.forget();
          expect(page.shown).toEqual(page.drawn);
        }
      }
      page.draw(saved.at(-1) ?? first, saved.length - 1);
      expect(page.shown).toEqual(saved.at(-1));
      expect(page.shown).toEqual(page.drawn);
    }),
  );
});
