import type { LocalizedText } from '@/lib/quiz/answer';
import type { RichText } from '@/lib/quiz/public-rich-text';
import { type Locale, otherLocale } from '@/lib/words/locale';

/** A text that came with an answer, in this language or the one there is. */
export function textIn(text: LocalizedText, locale: Locale): RichText {
  return text[locale] ?? text[otherLocale(locale)] ?? [];
}
