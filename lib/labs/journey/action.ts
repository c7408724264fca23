import * as z from 'zod/mini';
import { causes } from './cause';
import { networkShape } from './setup';

/** What a browser keeps and can be made to forget. */
export const memories = ['names', 'pages', 'hsts', 'sessions', 'connections', 'everything'] as const;
export type Memory = (typeof memories)[number];

/** All that a learner can do. */
export const journeyActionSchema = z.discriminatedUnion('kind', [
  /** Types an address and presses Enter. */
  z.strictObject({ kind: z.literal('visit'), url: z.string().check(z.minLength(1), z.maxLength(500)) }),
  /** The journey goes on to the next thing that happens. */
  z.strictObject({ kind: z.literal('next') }),
  /** It goes on to its end. */
  z.strictObject({ kind: z.literal('finish') }),
  /** Time passes between two journeys; in milliseconds. */
  z.strictObject({ kind: z.literal('wait'), ms: z.int().check(z.minimum(1), z.maximum(31_536_000_000)) }),
  z.strictObject({ kind: z.literal('forget'), what: z.enum(memories) }),
  /** Turns what is given, leaves the rest. */
  z.strictObject({
    kind: z.literal('set'),
    distance: z.optional(networkShape.distance),
    resolverDistance: z.optional(networkShape.resolverDistance),
    bandwidth: z.optional(networkShape.bandwidth),
    loss: z.optional(networkShape.loss),
    keepAlive: z.optional(networkShape.keepAlive),
    resumption: z.optional(networkShape.resumption),
  }),
  /** Says why the last journey failed, or what made it slow. */
  z.strictObject({ kind: z.literal('diagnose'), cause: z.enum(causes) }),
]);

export type JourneyAction = z.output<typeof journeyActionSchema>;

export const journeyActionKinds = [
  'visit',
  'next',
  'finish',
  'wait',
  'forget',
  'set',
  'diagnose',
] as const satisfies readonly JourneyAction['kind'][];
