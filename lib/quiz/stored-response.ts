import { z } from 'zod';
import type { Kind, Responses } from './public-kinds';

/** Responses as they lie in the database, in option ids. Old shapes are read here for ever; keys may be added, not changed. */
const schemas: { [K in Kind]: z.ZodType<Responses[K]> } = {
  'single-choice': z.object({ choice: z.string() }),
  'multiple-choice': z.object({ choices: z.array(z.string()) }),
  numeric: z.object({ text: z.string(), value: z.number() }),
  ordering: z.object({ order: z.array(z.string()) }),
};

export function storedResponse<K extends Kind>(kind: K, stored: unknown): Responses[K] {
  return schemas[kind].parse(stored);
}
