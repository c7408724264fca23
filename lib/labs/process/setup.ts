import * as z from 'zod/mini';
import { isReserved } from '@/lib/formula/parse';

/** What a definition may hold at most: whatever an author writes, a step of it is short work. */
export const processLimits = { states: 40, variables: 20, actions: 40, ways: 10, text: 400 } as const;

const words = z.string().check(z.minLength(1), z.maxLength(processLimits.text));
const localized = z
  .strictObject({ en: z.optional(words), zh: z.optional(words) })
  .check(
    z.refine(
      ({ en, zh }) => en !== undefined || zh !== undefined,
      'write it in at least one language: { en: "…", zh: "…" }',
    ),
  );

/** States and actions stand in links and logs: `dry-seed`. */
const id = z.string().check(z.maxLength(64), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens'));

/** Variables stand in formulas: `water`, `day_length`. */
const name = z.string().check(
  z.maxLength(40),
  z.regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and _, beginning with a letter'),
  z.refine((written) => !isReserved(written), 'this word means something in formulas; take another'),
);
const formula = z.string().check(z.minLength(1), z.maxLength(400));
const amount = z.number().check(z.minimum(-1e12), z.maximum(1e12));

const stateSchema = z.strictObject({
  id,
  text: localized,
  /** What one sees there, in a sentence. */
  about: z.optional(localized),
  /** Nothing leads here, and the author knows. */
  unreachable: z.optional(z.literal(true)),
});

const quantitySchema = z.strictObject({
  id: name,
  text: localized,
  start: z.union([amount, z.boolean()]),
  /** It never leaves these bounds: what goes beyond stops there. */
  least: z.optional(amount),
  most: z.optional(amount),
  unit: z.optional(localized),
});

const waySchema = z.strictObject({ state: id, when: z.optional(formula) });

const deedSchema = z.strictObject({
  id,
  text: localized,
  /** The states it can be done in; any when left out. */
  from: z.optional(z.array(id).check(z.minLength(1), z.maxLength(processLimits.states))),
  /** The guard: it can be done while this holds. */
  when: z.optional(formula),
  /** What becomes of the variables, each computed from what they were before. */
  set: z.optional(z.record(name, formula)),
  /** Where it leads: a state, or the first of several ways whose condition holds, with the variables as they are then. It stays when none does. */
  to: z.optional(z.union([id, z.array(waySchema).check(z.minLength(1), z.maxLength(processLimits.ways))])),
  /** Said when it was done. */
  why: z.optional(localized),
  /** Said when it cannot be done. */
  refused: z.optional(localized),
});

/** A process as its author defines it: states, variables, and what can be done. It begins in the first state. */
export const processSetupSchema = z.strictObject({
  states: z.array(stateSchema).check(z.minLength(1), z.maxLength(processLimits.states)),
  variables: z._default(z.array(quantitySchema).check(z.maxLength(processLimits.variables)), []),
  actions: z.array(deedSchema).check(z.minLength(1), z.maxLength(processLimits.actions)),
});

export type ProcessSetup = z.output<typeof processSetupSchema>;
export type ProcessDeed = ProcessSetup['actions'][number];

/** Where an action may lead, whatever holds. */
export function waysOf({ to }: ProcessDeed): readonly string[] {
  return to === undefined ? [] : typeof to === 'string' ? [to] : to.map(({ state }) => state);
}
