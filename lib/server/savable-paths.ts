import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item } from '@/lib/curriculum/lesson';
import { isTemplate } from '@/lib/quiz/variants/instantiate';
import type { SavablePath } from '@/lib/server/offline-lists';
import { type Localized, locales } from '@/lib/words/locale';

/** What a saved copy of each path has to hold, as far as the content says it. A path without lessons has nothing to save. */
export function savablePaths({ paths }: Curriculum): SavablePath[] {
  return paths
    .filter(({ lessons }) => lessons.length > 0)
    .map(({ id, title, languages, lessons }) => ({
      path: id,
      title,
      languages,
      lessons: lessons.map(({ id, texts }) => ({
        id,
        titles: Object.fromEntries(
          locales.flatMap((locale) => (texts[locale] ? [[locale, texts[locale].title]] : [])),
        ) satisfies Localized,
      })),
      variants: lessons.flatMap(({ items }) => items.filter(isPractisedVariant).map((item) => item.id)),
    }));
}

/** Assessed questions are drawn inside an assignment only: nothing of them is ever on a device beforehand. */
function isPractisedVariant(item: Item): boolean {
  return item.kind === 'question' && item.question.use === 'practice' && isTemplate(item.question);
}
