import * as z from 'zod/mini';
import { largestSeed } from './action-log';
import { tcpActionKinds, tcpActionSchema } from './tcp/action';
import { tcpGoalSchema } from './tcp/goal';
import { sides, tcpSetupSchema } from './tcp/setup';

const localized = z.strictObject({
  en: z.optional(z.string().check(z.minLength(1))),
  zh: z.optional(z.string().check(z.minLength(1))),
});
const seed = z._default(z.int().check(z.minimum(0), z.maximum(largestSeed)), 1);
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));

/** What a learner may do in a task: a kind of action, or one narrowed to a side or to a number of times. */
export const allowedActionSchema = z.union([
  z.enum(tcpActionKinds),
  z.strictObject({
    kind: z.enum(tcpActionKinds),
    side: z.optional(z.enum(sides)),
    most: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  }),
]);
export type AllowedAction = z.output<typeof allowedActionSchema>;

const tcpTaskSchema = z.strictObject({
  /** Its file's name: `close-cleanly.task.yaml` → `close-cleanly`; written by the reader, not by the author. */
  id,
  lab: z.literal('tcp'),
  title: localized,
  setup: z._default(tcpSetupSchema, tcpSetupSchema.parse({})),
  seed,
  /** What has already happened when the learner begins. */
  given: z._default(z.array(tcpActionSchema).check(z.maxLength(200)), []),
  actions: z.array(allowedActionSchema).check(z.minLength(1)),
  goal: z.array(tcpGoalSchema).check(z.minLength(1)),
  objective: id,
  minutes: z.int().check(z.minimum(1), z.maximum(60)),
  /** Markdown. */
  prompt: localized,
  hints: z._default(z.array(localized).check(z.maxLength(10)), []),
});

/** A lab task as its author wrote it. Server only: its hints are earned. The solution stands in another file. */
export const taskSchema = z.discriminatedUnion('lab', [tcpTaskSchema]);
export type Task = z.output<typeof taskSchema>;

/** The author's action log for a task, `close-cleanly.solution.yaml`. Never leaves the server. */
export const solutionSchema = z.strictObject({ actions: z.array(z.unknown()).check(z.minLength(1)) });
export type Solution = z.output<typeof solutionSchema>;

/** What a browser may have of a task: no hints, no solution. Goals are public. */
export type PublicTask = Pick<
  Task,
  'id' | 'lab' | 'title' | 'setup' | 'seed' | 'given' | 'actions' | 'goal' | 'objective' | 'minutes' | 'prompt'
> & { hasHints?: true };

/** Names each field that may leave the server. */
export function toPublicTask(task: Task): PublicTask {
  return {
    id: task.id,
    lab: task.lab,
    title: task.title,
    setup: task.setup,
    seed: task.seed,
    given: task.given,
    actions: task.actions,
    goal: task.goal,
    objective: task.objective,
    minutes: task.minutes,
    prompt: task.prompt,
    ...(task.hints.length > 0 ? { hasHints: true as const } : {}),
  };
}
