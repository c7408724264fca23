import MiniSearch, { type Query } from 'minisearch';
import { isHan, pairsOf, runs } from '@/lib/search/han';
import { addressOf, type SearchFile, type SearchGroup } from '@/lib/search/search-file';
import { folded, wordsOf } from '@/lib/search/words-of';

/** A place that was found, after the language: `/learn/tcp-tls/three-way-four-way?q=handshake#why-not-two`. */
export type Hit = {
  readonly kind: SearchGroup['kind'];
  readonly group: string;
  readonly id: string;
  readonly title: string;
  /** The lesson's title; of what is in no lesson, what sort of thing it is. */
  readonly within: string;
  readonly address: string;
  /** The words of the place that the query meant: what is to be marked. */
  readonly words: readonly string[];
};

type Entry = { id: number; title: string; words: string; terms: string };
type Found = { readonly group: SearchGroup; readonly id: string; readonly title: string };

export type SearchIndex = { readonly find: (query: string, limit?: number) => Hit[] };

/** Makes what was packed searchable: the same in the browser and on the server. */
export function searchIndex({ terms, groups }: SearchFile): SearchIndex {
  const places: Found[] = [];
  const index = new MiniSearch<Entry>({
    fields: ['title', 'terms', 'words'],
    tokenize: (text, field) => (field === 'terms' ? text.split('\n') : unpacked(text)),
    processTerm: (term) => term || null,
  });
  for (const group of groups)
    for (const [id, title, words, within] of group.entries) {
      index.add({ id: places.length, title, words, terms: within.map((at) => terms[at]).join('\n') });
      places.push({ group, id, title });
    }

  function find(query: string, limit = 12): Hit[] {
    const plain = folded(query).slice(0, 100);
    const parts = partsOf(plain, terms);
    if (parts.length === 0) return [];
    const options = {
      boost: { title: 3, terms: 2 },
      tokenize: (text: string) => [text],
      processTerm: (it: string) => it,
    };
    const all = index.search({ combineWith: 'AND', queries: parts }, options);
    const results = all.length > 0 ? all : index.search({ combineWith: 'OR', queries: parts }, options);
    return results.slice(0, limit).flatMap(({ id, terms: words }) => hitOf(places[Number(id)], words));
  }
  return { find };
}

function hitOf(place: Found | undefined, found: readonly string[]): Hit[] {
  if (!place) return [];
  const { group, id, title } = place;
  // A word that another one contains marks nothing more.
  const words = found.filter((word) => !found.some((other) => other !== word && other.includes(word) && isHan(word)));
  const address = addressOf(group, id, words.slice(0, 8).join(' '));
  return [{ kind: group.kind, group: group.id, id, title, within: group.title, address, words: found }];
}

/** The pairs of a chain and its characters alone, for who asks for a single one. */
function unpacked(text: string): string[] {
  return [...wordsOf(text), ...(folded(text).match(/\p{Script=Han}/gu) ?? [])];
}

/** What is asked for, part by part; each may be met in its own way. */
function partsOf(plain: string, terms: readonly string[]): Query[] {
  const asked = plain.match(runs) ?? [];
  const telling = asked.filter((run) => isHan(run) || wordsOf(run).length > 0);
  return (telling.length > 0 ? telling : asked).map((run, at, all): Query => {
    if (isHan(run)) return hanPart(run, terms);
    const isLast = at === all.length - 1;
    // What is still being typed may go on; a slip or two is forgiven in a word that is long enough to be recognised.
    return {
      queries: [run],
      prefix: isLast || run.length > 3,
      fuzzy: run.length > 3 && !/\d/.test(run) ? 0.25 : false,
    };
  });
}

function hanPart(run: string, terms: readonly string[]): Query {
  const pairs = pairsOf(run);
  if (pairs.length === 0) return { queries: [...run], combineWith: 'AND', prefix: [...run].length === 1 };
  const whole = terms.filter((term) => run.includes(term));
  const byPairs: Query = { queries: pairs, combineWith: 'AND' };
  return whole.length === 0
    ? byPairs
    : { queries: [byPairs, { queries: whole, fields: ['terms', 'title'] }], combineWith: 'OR' };
}
