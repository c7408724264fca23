import { type SearchFile, type Snippets, searchFileAddress, snippetsAddress } from '@/lib/search/search-file';
import { type Hit, type SearchIndex, searchIndex } from '@/lib/search/search-index';
import { type Locale, otherLocale } from '@/lib/words/locale';

export type FoundHere = { readonly locale: Locale; readonly hits: readonly Hit[] };

const indexes = new Map<Locale, Promise<SearchIndex>>();
const texts = new Map<string, Promise<Snippets>>();

/** The index of a language, fetched once a page. */
export function indexHere(locale: Locale): Promise<SearchIndex> {
  const index = indexes.get(locale) ?? fetchIndex(locale);
  indexes.set(locale, index);
  // What failed is asked for again.
  index.catch(() => indexes.delete(locale));
  return index;
}

async function fetchIndex(locale: Locale): Promise<SearchIndex> {
  const file: SearchFile = await fetchJson(searchFileAddress(locale));
  return searchIndex(file);
}

/** As `foundIn` on the server: this language first, the other one where this has nothing. */
export async function foundHere(locale: Locale, query: string, limit: number): Promise<FoundHere> {
  const hits = (await indexHere(locale)).find(query, limit);
  if (hits.length > 0) return { locale, hits };
  const other = otherLocale(locale);
  const others = (await indexHere(other)).find(query, limit);
  return others.length > 0 ? { locale: other, hits: others } : { locale, hits };
}

/** The texts behind the hits that are shown, by `group id`. */
export async function textsOf({ locale, hits }: FoundHere): Promise<ReadonlyMap<string, string>> {
  const groups = [...new Set(hits.map(({ group }) => group))];
  const all = await Promise.all(
    groups.map(async (group) => {
      const address = snippetsAddress(locale, group);
      const asked: Promise<Snippets> = texts.get(address) ?? fetchJson(address);
      texts.set(address, asked);
      asked.catch(() => texts.delete(address));
      // Without its text a hit is shown by its heading.
      const snippets: Snippets = await asked.catch(() => ({}));
      return Object.entries(snippets).map(([id, text]) => [`${group} ${id}`, text] as const);
    }),
  );
  return new Map(all.flat());
}

async function fetchJson(address: string) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return reply.json();
}
