import { z } from 'zod';
import { limits } from '@/lib/formula/expression';
import { isReserved } from '@/lib/formula/parse';

/** What would be markup or a hole in the text it is put into. */
const notMarkup = /^[^*_[\]<>`~\\|&{}\n\uE000\uE001]*$/u;

const word = z
  .string()
  .min(1)
  .max(80)
  .regex(notMarkup, 'words without * _ [ ] < > ` ~ \\ | & { }: what stands around the hole says how they look');

const words = z
  .strictObject({ en: word.optional(), zh: word.optional() })
  .refine(({ en, zh }) => en !== undefined || zh !== undefined, 'write it in at least one language');

const number = z.number().min(-limits.magnitude).max(limits.magnitude);
const formula = z.string().trim().min(1).max(limits.characters);

/** Numbers from `from` to `to`, both may be drawn. */
const range = z
  .strictObject({ from: number, to: number, step: z.number().positive().optional() })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'should be more than "from"' })
  .refine(({ from, to, step = 1 }) => (to - from) / step < 2 ** 32, {
    path: ['step'],
    message: 'leaves more than 4294967296 numbers to draw from; take larger steps',
  });

const oneOf = z.strictObject({
  of: z
    .array(z.union([number, word, words]))
    .min(1)
    .max(limits.entries),
});

/** Follows from what stands above it. */
const derived = z.strictObject({ is: formula });

const parameter = z.union([range, oneOf, derived], {
  error: 'a parameter is { from: 1, to: 9 }, { of: [100, 200] } or { is: "isn + length" }',
});

export type Parameter = z.infer<typeof parameter>;

const name = z
  .string()
  .max(40)
  .regex(/^[a-z]\w*$/i, 'a name: letters, digits and _, like isn or first_byte')
  .refine((name) => !isReserved(name), 'is a word of the formula language; choose another name');

/** What makes a question a template: what is drawn, in the file's order, and what has to hold for it. For a question's own schema. */
export const variantBase = {
  parameters: z
    .record(name, parameter)
    .refine((all) => Object.keys(all).length > 0, 'name at least one parameter')
    .refine((all) => Object.keys(all).length <= 20, 'at most 20 parameters')
    .optional(),
  where: z.array(formula).min(1).max(10).optional(),
};

export type Parameters = Readonly<Record<string, Parameter>>;

/** What a template says about its numbers. */
export type Template = { readonly parameters?: Parameters | undefined; readonly where?: readonly string[] | undefined };

/** True for a word that differs from language to language: it can be shown, and not computed with. */
export function isLocalized(parameter: Parameter): boolean {
  return 'of' in parameter && parameter.of.some((one) => typeof one === 'object');
}
