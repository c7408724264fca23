import type { Localized } from '@/lib/words/locale';
import { locales } from '@/lib/words/locale';
import type { KeyPath } from '../schema-errors';
import type { QuestionFault, QuestionRule } from './question-fault';
import { isEmpty } from './searched-text';

/** A prompt, a hint, an explanation that says something: dots that were left from the beginning do not. */
export const checkWords: QuestionRule = ({ prompt, explanation, hints = [] }) => [
  ...emptyWords(prompt, ['prompt']),
  ...(explanation ? emptyWords(explanation, ['explanation']) : []),
  ...hints.flatMap((hint, at) => emptyWords(hint, ['hints', at])),
];

export function emptyWords(text: Localized, place: KeyPath): QuestionFault[] {
  const written = locales.filter((locale) => text[locale] !== undefined);
  const fault = (at: KeyPath, found: string): QuestionFault => ({
    place: at,
    rule: 'empty-words',
    message: `"${String(place.findLast((key) => typeof key === 'string'))}" says nothing`,
    expected: 'words, or nothing at all: leave the line out',
    found,
  });
  if (written.length === 0) return [fault(place, '{}')];
  return written.flatMap((locale) => {
    const said = text[locale] ?? '';
    return isEmpty(said) ? [fault([...place, locale], said)] : [];
  });
}
