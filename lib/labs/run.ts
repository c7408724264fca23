import * as z from 'zod/mini';
import { largestSeed } from './action-log';
import { certificateActionSchema } from './certificate/action';
import { certificateSetupSchema } from './certificate/setup';
import { dnsActionSchema } from './dns/action';
import { dnsSetupSchema } from './dns/setup';
import { httpActionSchema } from './http/action';
import { httpSetupSchema } from './http/setup';
import { journeyActionSchema } from './journey/action';
import { journeySetupSchema } from './journey/setup';
import { processActionSchema } from './process/action';
import { processSetupSchema } from './process/setup';
import { tcpActionSchema } from './tcp/action';
import { tcpSetupSchema } from './tcp/setup';
import { tlsActionSchema } from './tls/action';
import { tlsSetupSchema } from './tls/setup';

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

const tlsRunSchema = z.strictObject({
  id: tcpRunSchema.shape.id,
  lab: z.literal('tls'),
  title: localized,
  setup: z._default(tlsSetupSchema, tlsSetupSchema.parse({})),
  seed: tcpRunSchema.shape.seed,
  given: z._default(z.array(tlsActionSchema).check(z.maxLength(200)), []),
  actions: z.array(tlsActionSchema).check(z.maxLength(500)),
});

const certificateRunSchema = z.strictObject({
  id: tcpRunSchema.shape.id,
  lab: z.literal('certificate'),
  title: localized,
  setup: certificateSetupSchema,
  seed: tcpRunSchema.shape.seed,
  given: z._default(z.array(certificateActionSchema).check(z.maxLength(200)), []),
  actions: z.array(certificateActionSchema).check(z.maxLength(500)),
});

const httpRunSchema = z.strictObject({
  id: tcpRunSchema.shape.id,
  lab: z.literal('http'),
  title: localized,
  setup: z._default(httpSetupSchema, httpSetupSchema.parse({})),
  seed: tcpRunSchema.shape.seed,
  given: z._default(z.array(httpActionSchema).check(z.maxLength(200)), []),
  actions: z.array(httpActionSchema).check(z.maxLength(500)),
});

const dnsRunSchema = z.strictObject({
  id: tcpRunSchema.shape.id,
  lab: z.literal('dns'),
  title: localized,
  setup: z._default(dnsSetupSchema, dnsSetupSchema.parse({})),
  seed: tcpRunSchema.shape.seed,
  given: z._default(z.array(dnsActionSchema).check(z.maxLength(200)), []),
  actions: z.array(dnsActionSchema).check(z.maxLength(500)),
});

const journeyRunSchema = z.strictObject({
  id: tcpRunSchema.shape.id,
  lab: z.literal('journey'),
  title: localized,
  setup: journeySetupSchema,
  seed: tcpRunSchema.shape.seed,
  given: z._default(z.array(journeyActionSchema).check(z.maxLength(200)), []),
  actions: z.array(journeyActionSchema).check(z.maxLength(500)),
});

/** The same for every process: which one it is says its setup, or, in an author's file, the name of its definition. */
const processRun = {
  id: tcpRunSchema.shape.id,
  lab: z.literal('process'),
  title: localized,
  seed: tcpRunSchema.shape.seed,
  given: z._default(z.array(processActionSchema).check(z.maxLength(200)), []),
  actions: z.array(processActionSchema).check(z.maxLength(500)),
};

/** A named run that prose and figures point at: what `<Lab run="open" />` plays and `<Fact run="open" …/>` reads from. */
export const runSchema = z.discriminatedUnion('lab', [
  tcpRunSchema,
  tlsRunSchema,
  certificateRunSchema,
  dnsRunSchema,
  httpRunSchema,
  journeyRunSchema,
  z.strictObject({ ...processRun, setup: processSetupSchema }),
]);
export type Run = z.output<typeof runSchema>;

/** As its author writes it: a process is named, and stands in `NAME.process.yaml`. */
export const writtenRunSchema = z.discriminatedUnion('lab', [
  tcpRunSchema,
  tlsRunSchema,
  certificateRunSchema,
  dnsRunSchema,
  httpRunSchema,
  journeyRunSchema,
  z.strictObject({ ...processRun, process: tcpRunSchema.shape.id }),
]);
export type WrittenRun = z.output<typeof writtenRunSchema>;
