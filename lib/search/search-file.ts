/** What can be found in one language, as it travels: every place with its distinct words. Its text stays in the snippet files. */
export type SearchFile = {
  /** Terms of the glossary, folded: found whole. */
  readonly terms: readonly string[];
  readonly groups: readonly SearchGroup[];
};

export type SearchKind = 'section' | 'term' | 'lab' | 'path';

/** The places of one lesson, or all terms, labs or paths: they share a file of snippets. */
export type SearchGroup = {
  readonly kind: SearchKind;
  /** Of a lesson `tcp-tls/three-way-four-way`; of the others `glossary`, `labs`, `paths`. Also the snippet file's name. */
  readonly id: string;
  /** Of a lesson its title. */
  readonly title: string;
  readonly entries: readonly SearchEntry[];
};

/** id (of a heading, a term, a lab, a path), title, words, and which `terms` it contains. */
export type SearchEntry = readonly [id: string, title: string, words: string, terms: readonly number[]];

/** The texts of a group by the ids of its entries. */
export type Snippets = Readonly<Record<string, string>>;

export function searchFileAddress(locale: string): string {
  return `/search/${locale}/index.json`;
}

export function snippetsAddress(locale: string, group: string): string {
  return `/search/${locale}/text/${group}.json`;
}

/** Where a place is, after the language: `/learn/tcp-tls/three-way-four-way#why-not-two`. */
export function addressOf({ kind, id: group }: Pick<SearchGroup, 'kind' | 'id'>, id: string, query = ''): string {
  const search = query && `?q=${encodeURIComponent(query)}`;
  switch (kind) {
    case 'section':
      return `/learn/${group}${search}${id && `#${id}`}`;
    case 'term':
      return `/glossary${search}#${id}`;
    case 'lab':
      return `/labs/${id}`;
    case 'path':
      return `/paths/${id}`;
  }
}
