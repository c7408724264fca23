import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import { type Base, basesAmong, longestNumber, namesOfBases, readNumber } from './public-number';
import type { PublicOption } from './public-single-choice';

export type PublicNumeric = {
  kind: 'numeric';
  prompt: Localized;
  /** Stands after the box. */
  unit?: Localized;
  /** Units to choose from. */
  units?: PublicOption[];
  /** The unit is part of what is typed. */
  unitIsTyped?: true;
  /** When it is not decimal alone. */
  bases?: Base[];
};

/** What was typed, the number it was read as, the unit that was chosen and the one that was typed behind the number. */
export type NumericResponse = { text: string; value: number; unit?: string; suffix?: string };

export const publicNumeric = {
  names: ({ bases, units = [] }: PublicNumeric): readonly string[] => [
    ...namesOfBases(bases),
    ...units.map(({ letter }) => letter),
  ],

  fromForm(form: FormData): unknown {
    const unit = form.get('unit');
    return { text: form.get('number') ?? '', ...(typeof unit === 'string' && unit ? { unit } : {}) };
  },

  read(names: readonly string[], raw: object): Reading<NumericResponse> {
    const text = 'text' in raw ? raw.text : '';
    if (typeof text !== 'string' || text.length > longestNumber)
      return {
        kind: 'wrong-shape',
        field: 'response.text',
        expected: `what was typed, at most ${longestNumber} characters`,
      };
    const units = names.filter((name) => !name.startsWith(':'));
    const unit = 'unit' in raw ? raw.unit : undefined;
    if (unit !== undefined && (typeof unit !== 'string' || !units.includes(unit)))
      return { kind: 'wrong-shape', field: 'response.unit', expected: units.length ? units.join(', ') : 'no unit' };
    if (text.trim() === '') return { kind: 'incomplete', missing: 'number' };
    const typed = readNumber(text, basesAmong(names));
    if ('missing' in typed) return { kind: 'incomplete', missing: typed.missing };
    const { value, suffix } = typed;
    if (units.length > 0 && unit === undefined && suffix === '') return { kind: 'incomplete', missing: 'unit' };
    const said = { ...(unit === undefined ? {} : { unit }), ...(suffix === '' ? {} : { suffix }) };
    return { kind: 'complete', response: { text: text.trim(), value, ...said } };
  },

  rename(response: NumericResponse, to: (name: string) => string): NumericResponse {
    return response.unit === undefined ? response : { ...response, unit: to(response.unit) };
  },
};
