import { plainText } from '@/lib/quiz/plain-text';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';

/** A text where only characters can stand: in a title, in the middle of a sentence. */
export function plainTextOf(text: Localized, locale: Locale): string {
  return plainText(richText(inLocale(text, locale)));
}
