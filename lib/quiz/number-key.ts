import { z } from 'zod';
import { localizedMarkdown } from './localized-markdown';
import { bases } from './public-number';

/** How far from the value is still right: 0.5 in the number's own unit, or "2%" of the value. */
const tolerance = z
  .union(
    [
      z.number().min(0),
      z.string().regex(/^\d+(\.\d+)?%$/, 'a share of the value is written as a percentage in quotes, like "2%"'),
    ],
    { error: 'a tolerance is a number that is not negative, or a share of the value like "2%"' },
  )
  .default(0);

type Tolerance = z.infer<typeof tolerance>;

/** A number that is right, and wrong ones that a sensible person arrives at, with what to tell them. The first that fits speaks. */
export const numberKey = {
  value: z.number(),
  tolerance,
  mistakes: z
    .array(z.strictObject({ value: z.number(), tolerance, feedback: localizedMarkdown }))
    .max(20)
    .default([]),
  /** How it may be written; decimal alone when nothing is said. */
  bases: z
    .array(z.enum(bases))
    .min(1, 'name at least one base: decimal, hex, binary')
    .refine((named) => new Set(named).size === named.length, 'a base is named twice')
    .optional(),
};

type NumberKey = z.infer<z.ZodObject<typeof numberKey>>;

/** A little slack for decimal fractions that binary cannot hold: 0.3 is right when 0.1 + 0.2 was typed. */
export function within(given: number, value: number, tolerance: Tolerance): boolean {
  const slack = 2 * Number.EPSILON * Math.max(Math.abs(given), Math.abs(value));
  const reach = typeof tolerance === 'number' ? tolerance : (Math.abs(value) * Number.parseFloat(tolerance)) / 100;
  return Math.abs(given - value) <= reach + slack;
}

/** The mistake that leads to this number, if it is one that was thought of. */
export function mistakeAt(key: Pick<NumberKey, 'mistakes'>, given: number) {
  return key.mistakes.find((mistake) => within(given, mistake.value, mistake.tolerance));
}

/** The key as a learner would type it, in the first base that is accepted. */
export function asTyped({ value, bases: [base] = ['decimal'] }: Pick<NumberKey, 'value' | 'bases'>): string {
  if (base === 'decimal' || !Number.isInteger(value)) return String(value);
  const digits = Math.abs(value).toString(base === 'hex' ? 16 : 2);
  return `${value < 0 ? '-' : ''}${base === 'hex' ? '0x' : '0b'}${digits}`;
}

/** Whole numbers only have digits in another base. */
export function canBeTyped({ value, bases: accepted }: Pick<NumberKey, 'value' | 'bases'>): boolean {
  return !accepted || accepted.includes('decimal') || Number.isInteger(value);
}

export const cannotBeTyped = {
  path: ['value'],
  message: 'hexadecimal and binary numbers are whole here; accept decimal too, or give a whole value',
};
