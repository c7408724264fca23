import type { Curriculum } from '@/lib/curriculum/curriculum';
import { type Localized, languageTags, locales } from '@/lib/words/locale';
import type { Activity, LanguageMap } from '@/lib/xapi/statement';

const TYPE = 'http://adlnet.gov/expapi/activities';

/** What statements are about, each by an address that does not depend on a language. */
export function activities(origin: string, taught: Pick<Curriculum, 'lessonById' | 'paths'>) {
  const at = (kind: string, id: string) => `${origin}/xapi/${kind}/${id}`;
  const path = (id: string): Activity => {
    const title = taught.paths.find((one) => one.id === id)?.title;
    return named(at('paths', id), `${TYPE}/course`, title && languageMap(title));
  };
  const lesson = (id: string): Activity =>
    named(at('lessons', id), `${TYPE}/lesson`, languageMap(titles(taught.lessonById(id)?.texts)));
  return {
    path,
    lesson,
    item: (id: string): Activity => {
      const of = lessonOf(id);
      const item = taught.lessonById(of)?.items.find((one) => one.id === id);
      const title = titles(taught.lessonById(of)?.texts);
      const local = id.slice(of.length + 1);
      const type = item?.kind === 'task' ? `${TYPE}/simulation` : `${TYPE}/question`;
      return named(at('items', id), type, languageMap(mapped(title, (text) => `${text}: ${local}`)));
    },
    objective: (lessonId: string, id: string): Activity => {
      const text = taught.lessonById(lessonId)?.objectives.find((one) => one.id === id)?.text;
      return named(at('objectives', `${lessonId}/${id}`), `${TYPE}/objective`, text && languageMap(text));
    },
    sitting: (kind: string, id: string): Activity => ({ objectType: 'Activity', id: at(`sittings/${kind}`, id) }),
    assignment: (id: string): Activity => ({ objectType: 'Activity', id: at('assignments', id) }),
  };
}

/** `tcp-tls/handshakes/syn` → `tcp-tls/handshakes` */
export const lessonOf = (item: string) => item.split('/').slice(0, 2).join('/');

function named(id: string, type: string, name: LanguageMap | undefined): Activity {
  const isNamed = name && Object.keys(name).length > 0;
  return { objectType: 'Activity', id, ...(isNamed ? { definition: { type, name } } : {}) };
}

const titles = (texts: Readonly<Partial<Record<'en' | 'zh', { title: string }>>> | undefined): Localized =>
  Object.fromEntries(locales.flatMap((locale) => (texts?.[locale] ? [[locale, texts[locale].title]] : [])));

const mapped = (text: Localized, change: (text: string) => string): Localized =>
  Object.fromEntries(Object.entries(text).map(([locale, one]) => [locale, change(one)]));

function languageMap(text: Localized): LanguageMap {
  return Object.fromEntries(locales.flatMap((locale) => (text[locale] ? [[languageTags[locale], text[locale]]] : [])));
}
