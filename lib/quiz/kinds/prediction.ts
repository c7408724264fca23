import { z } from 'zod';
import { assertNever } from '@/lib/assert-never';
import { certificateActionSchema } from '@/lib/labs/certificate/action';
import { certificatePredictedFromSchema } from '@/lib/labs/certificate/predict';
import { certificateSetupSchema } from '@/lib/labs/certificate/setup';
import { dnsActionSchema } from '@/lib/labs/dns/action';
import { dnsPredictedFromSchema } from '@/lib/labs/dns/predict';
import { dnsSetupSchema } from '@/lib/labs/dns/setup';
import { httpActionSchema } from '@/lib/labs/http/action';
import { httpPredictedFromSchema } from '@/lib/labs/http/predict';
import { httpSetupSchema } from '@/lib/labs/http/setup';
import { journeyActionSchema } from '@/lib/labs/journey/action';
import { journeyPredictedFromSchema } from '@/lib/labs/journey/predict';
import { journeySetupSchema } from '@/lib/labs/journey/setup';
import { allAsks } from '@/lib/labs/predict';
import type { PredictedFrom } from '@/lib/labs/prediction';
import { tcpActionSchema } from '@/lib/labs/tcp/action';
import { tcpPredictedFromSchema } from '@/lib/labs/tcp/predict';
import { tcpSetupSchema } from '@/lib/labs/tcp/setup';
import { tlsActionSchema } from '@/lib/labs/tls/action';
import { tlsPredictedFromSchema } from '@/lib/labs/tls/predict';
import { tlsSetupSchema } from '@/lib/labs/tls/setup';
import type { Feedback, Mark } from '../answer';
import { creditFor } from '../credit';
import type { Grade } from '../grade';
import { publicText } from '../letters';
import { localizedMarkdown } from '../localized-markdown';
import { placingRules } from '../placing';
import { type PredictionResponse, type PublicPrediction, ruleOfField } from '../public-prediction';
import { questionBase } from '../question-base';
import { richTexts } from '../rich-text';

const formSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('one'), of: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('some'), of: z.array(z.string()) }),
]);

const fieldSchema = z.strictObject({
  name: z.string(),
  form: formSchema,
  value: z.string(),
  wrong: z.record(z.string(), z.string()),
});

export const mistakesSchema = z
  .array(
    z.strictObject({
      field: z.string(),
      /** The lab's name for a mistake; without it, any wrong value of the field. */
      wrong: z.string().optional(),
      feedback: localizedMarkdown,
    }),
  )
  .max(30)
  .default([]);

const point = {
  /** Of the engine that computed it. */
  major: z.int(),
  seed: z.int(),
  after: z.int().min(0),
};

const pointSchema = z.discriminatedUnion('lab', [
  z.strictObject({
    lab: z.literal('tcp'),
    setup: tcpSetupSchema,
    given: z.array(tcpActionSchema),
    actions: z.array(tcpActionSchema),
    ...point,
  }),
  z.strictObject({
    lab: z.literal('tls'),
    setup: tlsSetupSchema,
    given: z.array(tlsActionSchema),
    actions: z.array(tlsActionSchema),
    ...point,
  }),
  z.strictObject({
    lab: z.literal('certificate'),
    setup: certificateSetupSchema,
    given: z.array(certificateActionSchema),
    actions: z.array(certificateActionSchema),
    ...point,
  }),
  z.strictObject({
    lab: z.literal('dns'),
    setup: dnsSetupSchema,
    given: z.array(dnsActionSchema),
    actions: z.array(dnsActionSchema),
    ...point,
  }),
  z.strictObject({
    lab: z.literal('http'),
    setup: httpSetupSchema,
    given: z.array(httpActionSchema),
    actions: z.array(httpActionSchema),
    ...point,
  }),
  z.strictObject({
    lab: z.literal('journey'),
    setup: journeySetupSchema,
    given: z.array(journeyActionSchema),
    actions: z.array(journeyActionSchema),
    ...point,
  }),
]);

/**
 * As it is kept: with what the engine said when the content was read, and with all it was said about. Such a question can be graded
 * for ever, and computed again. An author's file names the run (written-prediction.ts).
 */
export const predictionSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('prediction'),
  credit: z.enum(placingRules).default('each-part'),
  run: pointSchema,
  ask: z.enum(allAsks),
  from: z.union([
    tcpPredictedFromSchema,
    tlsPredictedFromSchema,
    certificatePredictedFromSchema,
    dnsPredictedFromSchema,
    httpPredictedFromSchema,
    journeyPredictedFromSchema,
  ]),
  fields: z.array(fieldSchema).min(1).max(12),
  mistakes: mistakesSchema,
});

export type Prediction = z.infer<typeof predictionSchema>;
type Field = Prediction['fields'][number];

const isSaid = (field: Field, { fields }: PredictionResponse) => fields[field.name] === field.value;

/** What may be seen beforehand, named field by field. */
function publicFrom(from: Prediction['from']): PredictedFrom {
  switch (from.lab) {
    case 'tcp':
      return { lab: from.lab, segments: from.segments, client: from.client, server: from.server };
    case 'tls':
      return { lab: from.lab, records: from.records, client: from.client, server: from.server };
    case 'certificate': {
      const { lab, name, at, chain, trusted, checks } = from;
      return { lab, name, at, chain, trusted, checks };
    }
    case 'dns': {
      const { lab, now, messages, cache } = from;
      return { lab, now, messages, cache };
    }
    case 'http': {
      const { lab, now, exchanges, stored, cookies, next } = from;
      return { lab, now, exchanges, stored, cookies, next };
    }
    case 'journey': {
      const {
        lab,
        now,
        distance,
        resolverDistance,
        bandwidth,
        loss,
        journeys,
        names,
        stored,
        hsts,
        tickets,
        open,
        next,
      } = from;
      return {
        lab,
        now,
        distance,
        resolverDistance,
        bandwidth,
        loss,
        journeys,
        names,
        stored,
        hsts,
        tickets,
        open,
        next,
      };
    }
    default:
      return assertNever(from);
  }
}

export const prediction = {
  toPublic(question: Prediction): PublicPrediction {
    return {
      kind: 'prediction',
      prompt: publicText(question.prompt),
      ask: question.ask,
      from: publicFrom(question.from),
      fields: question.fields.map(({ name, form }) => ({ name, form })),
    };
  },

  /** Fields have public names. What stands here are the rules they are read by. */
  letters(question: Prediction): Record<string, string> {
    return Object.fromEntries(question.fields.map((field) => [ruleOfField(field), ruleOfField(field)]));
  },

  grade(question: Prediction, response: PredictionResponse): Grade {
    if (question.fields.some(({ name }) => !Object.hasOwn(response.fields, name)))
      return { kind: 'incomplete', missing: 'fields' };
    const right = question.fields.filter((field) => isSaid(field, response)).length;
    return { kind: 'scored', earned: creditFor(question.credit, { right, of: question.fields.length }), possible: 1 };
  },

  /** Every field is marked; a wrong one is told what the mistake that leads there overlooks, if the author has words for it. */
  feedback(question: Prediction, response: PredictionResponse): Feedback {
    const marks = question.fields.map((field): [string, Mark] => {
      if (isSaid(field, response)) return [field.name, { right: true }];
      const told = question.mistakes.find(
        ({ field: name, wrong }) =>
          name === field.name && (wrong === undefined || field.wrong[wrong] === response.fields[field.name]),
      );
      return [field.name, { right: false, ...(told ? { feedback: richTexts(told.feedback) } : {}) }];
    });
    const right = marks.filter(([, mark]) => mark.right).length;
    return { marks: Object.fromEntries(marks), parts: { right, of: question.fields.length } };
  },

  fromKey: (question: Prediction): PredictionResponse => ({
    fields: Object.fromEntries(question.fields.map(({ name, value }) => [name, value])),
  }),

  blank: (): PredictionResponse => ({ fields: {} }),
};
