import type { LabWords } from './lab-words';
import type { Locale } from './locale';

const known: Record<Locale, Partial<LabWords>> = { en: {}, zh: {} };

/**
 * One room in the languages that were loaded: `#lab-words` in the browser. A lab says so much that its words would be a quarter of its
 * script, and its reader reads one language: the words come beside the lab, in a chunk of their own (components/labs/load-words.ts).
 */
export function spoken<Room extends keyof LabWords>(room: Room): Record<Locale, LabWords[Room]> {
  const inLanguage = (locale: Locale) => {
    const words = known[locale][room];
    if (words === undefined)
      throw new Error(`the words “${room}” in “${locale}” do not come with this lab: lib/words/${locale}/labs`);
    return words;
  };
  return {
    get en() {
      return inLanguage('en');
    },
    get zh() {
      return inLanguage('zh');
    },
  };
}

export function learnWords(locale: Locale, words: Partial<LabWords>): void {
  known[locale] = { ...known[locale], ...words };
}
