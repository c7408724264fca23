import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';

export type PublicNumeric = { kind: 'numeric'; prompt: Localized; unit?: Localized };

/** What was typed, and the number it was read as. */
export type NumericResponse = { text: string; value: number };

const longestText = 64;

/** Digits, then perhaps groups of three split by one and the same mark, then perhaps a fraction and an exponent. */
const number = /^([+-]?)(\d+|\d{1,3}(?:([ ,'_])\d{3})(?:\3\d{3})*)(\.\d+)?(?:e([+-]?\d{1,3}))?$/i;

/**
 * The number a person meant: 40921, 40,921, 40 921 and ４０９２１ are one number; 3,14 is none (a comma splits groups of three).
 * NFKC turns full-width digits and the narrow and no-break spaces into plain ones.
 */
export function readNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'");
  const found = number.exec(plain);
  if (!found) return null;
  const [, sign = '', whole = '', , fraction = '', exponent = '0'] = found;
  const value = Number(`${sign}${whole.replace(/[ ,'_]/g, '')}${fraction}e${exponent}`);
  return Number.isFinite(value) ? value : null;
}

export const publicNumeric = {
  names: (_question: PublicNumeric): readonly string[] => [],

  fromForm(form: FormData): unknown {
    return { text: form.get('number') ?? '' };
  },

  read(_letters: readonly string[], raw: object): Reading<NumericResponse> {
    const text = 'text' in raw ? raw.text : '';
    if (typeof text !== 'string' || text.length > longestText)
      return {
        kind: 'wrong-shape',
        field: 'response.text',
        expected: `what was typed, at most ${longestText} characters`,
      };
    if (text.trim() === '') return { kind: 'incomplete', missing: 'number' };
    const value = readNumber(text);
    if (value === null) return { kind: 'incomplete', missing: 'not-a-number' };
    return { kind: 'complete', response: { text: text.trim(), value } };
  },

  rename(response: NumericResponse): NumericResponse {
    return response;
  },
};
