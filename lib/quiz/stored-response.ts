import { z } from 'zod';
import type { Kind, Responses } from './public-kinds';

/** Responses as they lie in the database, in option ids. Old shapes are read here for ever; keys may be added, not changed. */
const schemas: { [K in Kind]: z.ZodType<Responses[K]> } = {
  'single-choice': z.object({ choice: z.string() }),
  'multiple-choice': z.object({ choices: z.array(z.string()) }),
  numeric: z.object({
    text: z.string(),
    value: z.number(),
    unit: z.string().optional(),
    suffix: z.string().optional(),
  }),
  ordering: z.object({ order: z.array(z.string()) }),
  'short-text': z.object({ text: z.string() }),
  'fill-in': z.object({ blanks: z.record(z.string(), z.string()) }),
  written: z.object({ text: z.string() }),
  matching: z.object({ places: z.record(z.string(), z.string()) }),
  categorising: z.object({ places: z.record(z.string(), z.string()) }),
  pointing: z.union([z.object({ from: z.number(), to: z.number() }), z.object({ choice: z.string() })]),
  prediction: z.object({ fields: z.record(z.string(), z.string()) }),
};

export function storedResponse<K extends Kind>(kind: K, stored: unknown): Responses[K] {
  return schemas[kind].parse(stored);
}
