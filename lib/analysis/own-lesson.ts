import { ownItem } from '@/lib/assignments/own-question';
import { ownQuestionsOf } from '@/lib/assignments/own-question-store';
import type { Lesson } from '@/lib/curriculum/lesson';
import { analysisWords } from '@/lib/words/analysis';
import { type Locale, locales } from '@/lib/words/locale';

/** Of the addresses of own questions, `class/{class}/{slug}`: what stands where the path's name does. */
const ownPath = 'class';

export function isOwnLesson({ path }: Pick<Lesson, 'path'>): boolean {
  return path === ownPath;
}

/** The questions that were written for a class, as one more lesson of it; undefined: none was. */
export async function ownLesson(classId: string): Promise<Lesson | undefined> {
  const items = (await ownQuestionsOf(classId)).map(ownItem);
  if (items.length === 0) return undefined;
  return {
    id: `${ownPath}/${classId}`,
    path: ownPath,
    slug: classId,
    order: 0,
    folder: '',
    draft: false,
    objectives: [],
    prerequisites: [],
    parts: [],
    sources: [],
    formerly: [],
    texts: Object.fromEntries(locales.map((locale) => [locale, titled(locale)])),
    items,
    runs: [],
    figures: [],
    media: [],
  };
}

function titled(locale: Locale): NonNullable<Lesson['texts'][Locale]> {
  return {
    locale,
    file: '',
    title: analysisWords[locale].ownQuestions,
    lede: '',
    from: undefined,
    body: '',
    headings: [],
    readingMinutes: 0,
    isStale: false,
    places: [],
  };
}
