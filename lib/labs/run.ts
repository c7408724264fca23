import * as z from 'zod/mini';
import { largestSeed } from './action-log';
import { tcpActionSchema } from './tcp/action';
import { tcpSetupSchema } from './tcp/setup';

const localized = z.strictObject({
  en: z.optional(z.string().check(z.minLength(1))),
  zh: z.optional(z.string().check(z.minLength(1))),
});

const tcpRunSchema = z.strictObject({
  /** Its file's name: `open.run.yaml` → `open`; written by the reader, not by the author. */
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64)),
  lab: z.literal('tcp'),
  title: localized,
  setup: z._default(tcpSetupSchema, tcpSetupSchema.parse({})),
  seed: z._default(z.int().check(z.minimum(0), z.maximum(largestSeed)), 1),
  /** What has already happened when the run begins. */
  given: z._default(z.array(tcpActionSchema).check(z.maxLength(200)), []),
  actions: z.array(tcpActionSchema).check(z.maxLength(500)),
});

/** A named run that prose and figures point at: what `<Lab run="open" />` plays and `<Fact run="open" …/>` reads from. */
export const runSchema = z.discriminatedUnion('lab', [tcpRunSchema]);
export type Run = z.output<typeof runSchema>;
