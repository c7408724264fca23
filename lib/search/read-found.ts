import { onlyOne } from '@/lib/only-one';
import { searchTexts } from '@/lib/search/read-search';
import type { SearchFile } from '@/lib/search/search-file';
import { type Hit, type SearchIndex, searchIndex } from '@/lib/search/search-index';
import { type Locale, otherLocale } from '@/lib/words/locale';

export type Found = { readonly locale: Locale; readonly hits: readonly { hit: Hit; text: string | undefined }[] };

const most = 30;

/** What a query finds in this language or, where that is nothing, in the other one. */
export async function foundIn(locale: Locale, query: string): Promise<Found> {
  const own = await hitsIn(locale, query);
  if (own.hits.length > 0) return own;
  const other = await hitsIn(otherLocale(locale), query);
  return other.hits.length > 0 ? other : own;
}

async function hitsIn(locale: Locale, query: string): Promise<Found> {
  const { file, snippets } = await searchTexts(locale);
  const hits = indexOf(file)
    .find(query, most)
    .map((hit) => ({ hit, text: snippets.get(hit.group)?.[hit.id] }));
  return { locale, hits };
}

function indexOf(file: SearchFile): SearchIndex {
  const made = onlyOne('search-indexes', () => new WeakMap<SearchFile, SearchIndex>());
  const index = made.get(file) ?? searchIndex(file);
  made.set(file, index);
  return index;
}
