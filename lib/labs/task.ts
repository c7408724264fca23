import * as z from 'zod/mini';
import { assertNever } from '@/lib/assert-never';
import { largestSeed } from './action-log';
import { certificateActionKinds, certificateActionSchema } from './certificate/action';
import { certificateGoalSchema } from './certificate/goal';
import { certificateSetupSchema } from './certificate/setup';
import { dnsActionKinds, dnsActionSchema } from './dns/action';
import { dnsGoalSchema } from './dns/goal';
import { dnsSetupSchema } from './dns/setup';
import { httpActionKinds, httpActionSchema } from './http/action';
import { httpGoalSchema } from './http/goal';
import { httpSetupSchema } from './http/setup';
import { journeyActionKinds, journeyActionSchema } from './journey/action';
import { journeyGoalSchema } from './journey/goal';
import { journeySetupSchema } from './journey/setup';
import { processActionSchema } from './process/action';
import { processGoalSchema } from './process/goal';
import { processSetupSchema } from './process/setup';
import { tcpActionKinds, tcpActionSchema } from './tcp/action';
import { tcpGoalSchema } from './tcp/goal';
import { sides, tcpSetupSchema } from './tcp/setup';
import { tlsActionKinds, tlsActionSchema } from './tls/action';
import { tlsGoalSchema } from './tls/goal';
import { tlsSetupSchema } from './tls/setup';
import { sides as tlsSides } from './tls/side';

const localized = z.strictObject({
  en: z.optional(z.string().check(z.minLength(1))),
  zh: z.optional(z.string().check(z.minLength(1))),
});
const seed = z._default(z.int().check(z.minimum(0), z.maximum(largestSeed)), 1);
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));

/** `close-it`, or of another lesson: `tcp-tls/handshakes/close-it`. */
const movedId = z
  .string()
  .check(z.regex(/^([a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(200));

const most = z.optional(z.int().check(z.minimum(1), z.maximum(100)));

/** What a learner may do in a task: a kind of action, or one narrowed to a side or to a number of times. */
const tcpAllowedSchema = z.union([
  z.enum(tcpActionKinds),
  z.strictObject({
    kind: z.enum(tcpActionKinds),
    side: z.optional(z.enum(sides)),
    most,
  }),
]);
const tlsAllowedSchema = z.union([
  z.enum(tlsActionKinds),
  z.strictObject({ kind: z.enum(tlsActionKinds), side: z.optional(z.enum(tlsSides)), most }),
]);
/** The certificate lab has no sides. */
const certificateAllowedSchema = z.union([
  z.enum(certificateActionKinds),
  z.strictObject({ kind: z.enum(certificateActionKinds), most }),
]);
/** Nor has the http lab. */
const httpAllowedSchema = z.union([z.enum(httpActionKinds), z.strictObject({ kind: z.enum(httpActionKinds), most })]);
const dnsAllowedSchema = z.union([z.enum(dnsActionKinds), z.strictObject({ kind: z.enum(dnsActionKinds), most })]);
/** A journey has no sides either. */
const journeyAllowedSchema = z.union([
  z.enum(journeyActionKinds),
  z.strictObject({ kind: z.enum(journeyActionKinds), most }),
]);
/** A process names its actions itself. */
const processAllowedSchema = z.union([id, z.strictObject({ kind: id, most })]);
export type AllowedAction =
  | z.output<typeof tcpAllowedSchema>
  | z.output<typeof tlsAllowedSchema>
  | z.output<typeof certificateAllowedSchema>
  | z.output<typeof httpAllowedSchema>
  | z.output<typeof dnsAllowedSchema>
  | z.output<typeof journeyAllowedSchema>
  | z.output<typeof processAllowedSchema>;

const common = {
  /** Its file's name: `close-cleanly.task.yaml` → `close-cleanly`; written by the reader, not by the author. */
  id,
  /** The id this task had before, or all of them: progress follows. */
  moved: z.optional(z.union([movedId, z.array(movedId).check(z.minLength(1), z.maxLength(20))])),
  title: localized,
  seed,
  objective: id,
  minutes: z.int().check(z.minimum(1), z.maximum(60)),
  /** Markdown. */
  prompt: localized,
  hints: z._default(z.array(localized).check(z.maxLength(10)), []),
};

const tcpTaskSchema = z.strictObject({
  ...common,
  lab: z.literal('tcp'),
  setup: z._default(tcpSetupSchema, tcpSetupSchema.parse({})),
  /** What has already happened when the learner begins. */
  given: z._default(z.array(tcpActionSchema).check(z.maxLength(200)), []),
  actions: z.array(tcpAllowedSchema).check(z.minLength(1)),
  goal: z.array(tcpGoalSchema).check(z.minLength(1)),
});

const tlsTaskSchema = z.strictObject({
  ...common,
  lab: z.literal('tls'),
  setup: z._default(tlsSetupSchema, tlsSetupSchema.parse({})),
  given: z._default(z.array(tlsActionSchema).check(z.maxLength(200)), []),
  actions: z.array(tlsAllowedSchema).check(z.minLength(1)),
  goal: z.array(tlsGoalSchema).check(z.minLength(1), z.maxLength(20)),
});

const certificateTaskSchema = z.strictObject({
  ...common,
  lab: z.literal('certificate'),
  setup: certificateSetupSchema,
  given: z._default(z.array(certificateActionSchema).check(z.maxLength(200)), []),
  actions: z.array(certificateAllowedSchema).check(z.minLength(1)),
  goal: z.array(certificateGoalSchema).check(z.minLength(1), z.maxLength(20)),
});

const httpTaskSchema = z.strictObject({
  ...common,
  lab: z.literal('http'),
  setup: z._default(httpSetupSchema, httpSetupSchema.parse({})),
  given: z._default(z.array(httpActionSchema).check(z.maxLength(200)), []),
  actions: z.array(httpAllowedSchema).check(z.minLength(1)),
  goal: z.array(httpGoalSchema).check(z.minLength(1), z.maxLength(20)),
});

const dnsTaskSchema = z.strictObject({
  ...common,
  lab: z.literal('dns'),
  setup: z._default(dnsSetupSchema, dnsSetupSchema.parse({})),
  given: z._default(z.array(dnsActionSchema).check(z.maxLength(200)), []),
  actions: z.array(dnsAllowedSchema).check(z.minLength(1)),
  goal: z.array(dnsGoalSchema).check(z.minLength(1), z.maxLength(20)),
});

const journeyTaskSchema = z.strictObject({
  ...common,
  lab: z.literal('journey'),
  setup: journeySetupSchema,
  given: z._default(z.array(journeyActionSchema).check(z.maxLength(200)), []),
  actions: z.array(journeyAllowedSchema).check(z.minLength(1)),
  goal: z.array(journeyGoalSchema).check(z.minLength(1), z.maxLength(20)),
});

const processTask = {
  ...common,
  lab: z.literal('process'),
  given: z._default(z.array(processActionSchema).check(z.maxLength(200)), []),
  actions: z.array(processAllowedSchema).check(z.minLength(1), z.maxLength(40)),
  goal: z.array(processGoalSchema).check(z.minLength(1), z.maxLength(10)),
};

/** A lab task. Server only: its hints are earned. The solution stands in another file. */
export const taskSchema = z.discriminatedUnion('lab', [
  tcpTaskSchema,
  tlsTaskSchema,
  certificateTaskSchema,
  dnsTaskSchema,
  httpTaskSchema,
  journeyTaskSchema,
  z.strictObject({ ...processTask, setup: processSetupSchema }),
]);
export type Task = z.output<typeof taskSchema>;

/** As its author writes it: a process is named, and stands in `NAME.process.yaml`. */
export const writtenTaskSchema = z.discriminatedUnion('lab', [
  tcpTaskSchema,
  tlsTaskSchema,
  certificateTaskSchema,
  dnsTaskSchema,
  httpTaskSchema,
  journeyTaskSchema,
  z.strictObject({ ...processTask, process: id }),
]);
export type WrittenTask = z.output<typeof writtenTaskSchema>;

/** The author's action log for a task, `close-cleanly.solution.yaml`. Never leaves the server. */
export const solutionSchema = z.strictObject({ actions: z.array(z.unknown()).check(z.minLength(1)) });
export type Solution = z.output<typeof solutionSchema>;

type Shown =
  | 'id'
  | 'lab'
  | 'title'
  | 'setup'
  | 'seed'
  | 'given'
  | 'actions'
  | 'goal'
  | 'objective'
  | 'minutes'
  | 'prompt';
type ShownOf<T extends Task> = T extends Task ? Pick<T, Shown> & { hasHints?: true } : never;

/** What a browser may have of a task: no hints, no solution. Goals are public. */
export type PublicTask = ShownOf<Task>;

/** Names each field that may leave the server. */
export function toPublicTask(task: Task): PublicTask {
  const { id, title, seed, objective, minutes, prompt } = task;
  const told = { id, title, seed, objective, minutes, prompt };
  const help = task.hints.length > 0 ? { hasHints: true as const } : {};
  switch (task.lab) {
    case 'tcp': {
      const { lab, setup, given, actions, goal } = task;
      return { ...told, lab, setup, given, actions, goal, ...help };
    }
    case 'tls': {
      const { lab, setup, given, actions, goal } = task;
      return { ...told, lab, setup, given, actions, goal, ...help };
    }
    case 'certificate': {
      const { lab, setup, given, actions, goal } = task;
      return { ...told, lab, setup, given, actions, goal, ...help };
    }
    case 'http': {
      const { lab, setup, given, actions, goal } = task;
      return { ...told, lab, setup, given, actions, goal, ...help };
    }
    case 'dns': {
      const { lab, setup, given, actions, goal } = task;
      return { ...told, lab, setup, given, actions, goal, ...help };
    }
    case 'journey': {
      const { lab, setup, given, actions, goal } = task;
      return { ...told, lab, setup, given, actions, goal, ...help };
    }
    case 'process': {
      const { lab, setup, given, actions, goal } = task;
      return { ...told, lab, setup, given, actions, goal, ...help };
    }
    default:
      return assertNever(task);
  }
}
