import { z } from 'zod';
import { markTemplate, templateFaults } from './check-template';
import type { Template } from './parameters';

/**
 * A question's schema that knows of variants: with parameters its texts may have holes and its numbers may be formulas, and every one of
 * them is read. What comes out goes in again unchanged, as it must for a key that was kept.
 */
export function withVariants<Q extends Template & { kind: string }>(schema: z.ZodType<Q>) {
  const checked = schema.superRefine((question, context) => {
    for (const { place, message, rule, found, known } of templateFaults(question))
      context.addIssue({ code: 'custom', path: [...place], message, params: { rule, found, known } });
  });
  return z.preprocess(markTemplate, checked);
}
