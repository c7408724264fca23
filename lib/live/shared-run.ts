import { z } from 'zod';
import { type LabId, labs } from '@/lib/labs/labs';
import { type Run, runSchema } from '@/lib/labs/run';

/** A lab as the instructor has it: what makes its run happen again, and the step that is shown. The same as a lab's link carries. */
export type SharedRun = {
  /** Of the engine: another major may mean something else by the same actions. */
  readonly major: number;
  readonly at: number;
  readonly run: Run;
};

export type ReadSharedRun =
  | { readonly kind: 'run'; readonly run: SharedRun }
  | { readonly kind: 'unreadable' | 'other-version' | 'too-long' };

/** What is told to a whole class at each step must stay small. */
export const mostSharedBytes = 32 * 1024;
const mostSteps = 500;

const linkSchema = z.object({
  lab: z.custom<LabId>((id) => typeof id === 'string' && Object.hasOwn(labs, id)),
  major: z.int(),
  setup: z.unknown(),
  seed: z.unknown(),
  given: z.array(z.unknown()).default([]),
  actions: z.array(z.unknown()),
  at: z.int().min(0),
});

/** Reads what a lab's link carries: the right shape, a known lab, a version whose actions still mean the same. Nothing is computed. */
export function readSharedRun(value: unknown): ReadSharedRun {
  const link = linkSchema.safeParse(value);
  if (!link.success) return { kind: 'unreadable' };
  const { lab, major, setup, seed, given, actions, at } = link.data;
  if (major !== labs[lab].major) return { kind: 'other-version' };
  if (actions.length > mostSteps || JSON.stringify(value).length > mostSharedBytes) return { kind: 'too-long' };
  const run = runSchema.safeParse({ id: 'shared', lab, title: {}, setup, seed, given, actions });
  if (!run.success) return { kind: 'unreadable' };
  return { kind: 'run', run: { major, at: Math.min(at, actions.length), run: run.data } };
}
