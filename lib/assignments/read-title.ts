import type { Faults } from '@/lib/assignments/field-fault';
import { formText } from '@/lib/auth/form';
import { type Localized, locales } from '@/lib/words/locale';

const longestTitle = 200;

/** A title in both languages or in one. */
export function readTitle(form: FormData, faults: Faults): Localized | undefined {
  const title: Localized = {};
  for (const locale of locales) {
    // One line, whatever was pasted.
    const typed = formText(form, `title-${locale}`)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    if ([...typed].length > longestTitle) faults.add(`title-${locale}`, 'too-long', String(longestTitle));
    if (typed !== '') title[locale] = typed;
  }
  if (Object.keys(title).length > 0) return title;
  return faults.add('title-en', 'missing');
}
