import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { LabId } from '@/lib/labs/labs';
import { onlyOne } from '@/lib/only-one';
import { distinctWords } from '@/lib/search/distinct-words';
import { lessonPlaces } from '@/lib/search/read-kept-places';
import type { SearchEntry, SearchFile, SearchGroup, SearchKind, Snippets } from '@/lib/search/search-file';
import { folded } from '@/lib/search/words-of';
import { certificateViewWords } from '@/lib/words/certificate-view';
import { dnsViewWords } from '@/lib/words/dns-view';
import { httpViewWords } from '@/lib/words/http-view';
import { journeyViewWords } from '@/lib/words/journey-view';
import { inLocale, type Locale } from '@/lib/words/locale';
import { processWords } from '@/lib/words/process';
import { searchWords } from '@/lib/words/search';
import { tcpViewWords } from '@/lib/words/tcp-view';
import { tlsViewWords } from '@/lib/words/tls-view';

type Place = { readonly id: string; readonly title: string; readonly text: string; readonly words?: string };
type Places = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly places: readonly Place[];
};

export type SearchTexts = { readonly file: SearchFile; readonly snippets: ReadonlyMap<string, Snippets> };

const labs: Record<LabId, (locale: Locale) => Place> = {
  tcp: (locale) => ({ id: 'tcp', title: tcpViewWords[locale].pageTitle, text: tcpViewWords[locale].about }),
  tls: (locale) => ({ id: 'tls', title: tlsViewWords[locale].pageTitle, text: tlsViewWords[locale].about }),
  certificate: (locale) => ({
    id: 'certificate',
    title: certificateViewWords[locale].pageTitle,
    text: certificateViewWords[locale].about,
  }),
  http: (locale) => ({ id: 'http', title: httpViewWords[locale].pageTitle, text: httpViewWords[locale].about }),
  dns: (locale) => ({ id: 'dns', title: dnsViewWords[locale].pageTitle, text: dnsViewWords[locale].about }),
  journey: (locale) => ({
    id: 'journey',
    title: journeyViewWords[locale].pageTitle,
    text: journeyViewWords[locale].about,
  }),
  process: (locale) => ({ id: 'process', title: processWords[locale].pageTitle, text: processWords[locale].about }),
};

/** What can be found in a language, made once for each reading of the content. */
export async function searchTexts(locale: Locale): Promise<SearchTexts> {
  const taught = await curriculum();
  const made = onlyOne('search-texts', () => new WeakMap<Curriculum, Partial<Record<Locale, SearchTexts>>>());
  const kept = made.get(taught) ?? {};
  made.set(taught, kept);
  kept[locale] ??= makeSearchTexts(taught, locale);
  return kept[locale];
}

/** Lessons by their headings, the glossary, labs and paths. Neither questions nor drafts. */
export function makeSearchTexts(taught: Curriculum, locale: Locale): SearchTexts {
  const words = searchWords[locale];
  const groups: Places[] = [
    ...taught.paths.flatMap(({ lessons }) => lessons.flatMap((lesson) => placesOf(lesson, locale))),
    { kind: 'term', id: 'glossary', title: words.kinds.term, places: termsOf(taught, locale) },
    { kind: 'lab', id: 'labs', title: words.kinds.lab, places: Object.values(labs).map((lab) => lab(locale)) },
    { kind: 'path', id: 'paths', title: words.kinds.path, places: pathsOf(taught, locale) },
  ];
  const terms = [...new Set(taught.glossary.map(({ term }) => folded(inLocale(term, locale))))];
  return {
    file: { terms, groups: groups.map((group) => packed(group, terms)) },
    snippets: new Map(
      groups.map(({ id, places }) => [id, Object.fromEntries(places.map((place) => [place.id, place.text]))]),
    ),
  };
}

/** Groups of places that are no lessons, by their ids. */
export const OTHER_GROUPS = ['glossary', 'labs', 'paths'] as const;

/** Whether a lesson can be found in a language. */
export function isFound(lesson: Lesson, locale: Locale): boolean {
  return lesson.texts[locale] !== undefined && !lesson.draft;
}

function placesOf(lesson: Lesson, locale: Locale): Places[] {
  const text = lesson.texts[locale];
  if (!text || !isFound(lesson, locale)) return [];
  return [{ kind: 'section', id: lesson.id, title: text.title, places: lessonPlaces(lesson, text) }];
}

function termsOf({ glossary }: Curriculum, locale: Locale): Place[] {
  return glossary.map(({ id, term, meaning }) => ({
    id,
    // Also by what the other language calls it.
    title: [...new Set([inLocale(term, locale), term.en, term.zh])].filter(Boolean).join(' · '),
    text: inLocale(meaning, locale).replace(/[*_`]/g, ''),
  }));
}

function pathsOf({ paths }: Curriculum, locale: Locale): Place[] {
  return paths.map(({ id, title, summary }) => ({
    id,
    title: inLocale(title, locale),
    text: inLocale(summary, locale).replace(/[*_`]/g, ''),
  }));
}

function packed({ kind, id, title, places }: Places, terms: readonly string[]): SearchGroup {
  const entries = places.map((place): SearchEntry => {
    const plain = folded(`${place.title}\n${place.text}`);
    const within = terms.flatMap((term, at) => (plain.includes(term) ? [at] : []));
    return [place.id, place.title, place.words ?? distinctWords(place.text), within];
  });
  return { kind, id, title, entries };
}
