import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * What is asked: named items, or so many at random of each objective (`tcp-tls/handshakes#open`); or, of practice, lessons to be completed and
 * items to be right, with the paths that were chosen whole (their lessons of that day are among `lessons`). Old shapes are read here for ever.
 */
export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('items'), items: z.array(z.string()).min(1).max(100) }),
  z.strictObject({
    kind: z.literal('each'),
    objectives: z
      .array(z.strictObject({ objective: z.string(), count: z.int().min(1).max(20) }))
      .min(1)
      .max(50),
  }),
  z.strictObject({
    kind: z.literal('work'),
    paths: z.array(z.string()).max(50),
    lessons: z.array(z.string()).max(200),
    items: z.array(z.string()).max(200),
  }),
]);
export type Selection = z.infer<typeof selectionSchema>;
export type QuizSelection = Exclude<Selection, { kind: 'work' }>;
export type WorkSelection = Extract<Selection, { kind: 'work' }>;

/** An item that may be chosen, and the objective it gives evidence for. */
export type Candidate = { item: string; objective: string };

/** In an order that follows from the seed: whoever knows the seed finds the same one again. */
export function inSeededOrder<T>(seed: string, all: readonly T[], nameOf: (one: T) => string): T[] {
  const place = (one: T) =>
    createHash('sha256')
      .update(`${seed} ${nameOf(one)}`)
      .digest('hex');
  return all
    .map((one) => ({ one, at: place(one) }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ one }) => one);
}

/** The items that this seed's learner is asked. Of an objective with too few items all are asked. Practice asks nothing in a run. */
export function chooseItems(selection: Selection, candidates: readonly Candidate[], seed: string): string[] {
  if (selection.kind === 'work') return [];
  if (selection.kind === 'items') return selection.items.filter((item) => candidates.some((one) => one.item === item));
  return selection.objectives.flatMap(({ objective, count }) =>
    inSeededOrder(
      seed,
      candidates.filter((candidate) => candidate.objective === objective).map(({ item }) => item),
      (item) => item,
    ).slice(0, count),
  );
}
