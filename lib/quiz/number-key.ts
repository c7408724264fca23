import { z } from 'zod';
import { localizedMarkdown } from './localized-markdown';
import { bases } from './public-number';
import { misconception } from './question-base';

/** Of a variant a number may be a formula: "isn + length". The question's schema reads it (variants/template-schema.ts). */
const formula = z.string().trim().min(1).max(400);
const amount = z.union([z.number(), formula], { error: 'write a number, or of a variant a formula' });

/** How far from the value is still right: 0.5 in the number's own unit, "2%" of the value, or of a variant a formula. */
const tolerance = z
  .union([z.number().min(0), formula], {
    error: 'a tolerance is a number that is not negative, or a share of the value like "2%"',
  })
  .default(0);

type Tolerance = z.infer<typeof tolerance>;
type Amount = z.infer<typeof amount>;

/** A number that is right, and wrong ones that a sensible person arrives at, with what to tell them. The first that fits speaks. */
export const numberKey = {
  value: amount,
  tolerance,
  mistakes: z
    .array(z.strictObject({ value: amount, tolerance, misconception, feedback: localizedMarkdown }))
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

/** The number itself. Whoever grades has put numbers in place of formulas before (variants/instantiate.ts). */
export function settled(amount: Amount): number {
  if (typeof amount === 'number') return amount;
  throw new Error(`a variant was graded without its numbers: "${amount}" is still a formula`);
}

/** A little slack for decimal fractions that binary cannot hold: 0.3 is right when 0.1 + 0.2 was typed. */
export function within(given: number, amount: Amount, tolerance: Tolerance): boolean {
  const value = settled(amount);
  const slack = 2 * Number.EPSILON * Math.max(Math.abs(given), Math.abs(value));
  const share = typeof tolerance === 'string' ? /^([\d.]+)%$/.exec(tolerance)?.[1] : undefined;
  const reach = share === undefined ? settled(tolerance) : (Math.abs(value) * Number(share)) / 100;
  return Math.abs(given - value) <= reach + slack;
}

/** The mistake that leads to this number, if it is one that was thought of. */
export function mistakeAt(key: Pick<NumberKey, 'mistakes'>, given: number) {
  return key.mistakes.find((mistake) => within(given, mistake.value, mistake.tolerance));
}

/** The key as a learner would type it, in the first base that is accepted. */
export function asTyped({ value, bases: [base] = ['decimal'] }: Pick<NumberKey, 'value' | 'bases'>): string {
  if (base === 'decimal' || typeof value === 'string' || !Number.isInteger(value)) return String(value);
  const digits = Math.abs(value).toString(base === 'hex' ? 16 : 2);
  return `${value < 0 ? '-' : ''}${base === 'hex' ? '0x' : '0b'}${digits}`;
}

/** Whole numbers only have digits in another base. */
export function canBeTyped({ value, bases: accepted }: Pick<NumberKey, 'value' | 'bases'>): boolean {
  return !accepted || accepted.includes('decimal') || typeof value === 'string' || Number.isInteger(value);
}

export const cannotBeTyped = {
  path: ['value'],
  message: 'hexadecimal and binary numbers are whole here; accept decimal too, or give a whole value',
};
