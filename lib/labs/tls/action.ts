import * as z from 'zod/mini';
import { certificateKinds } from './server-certificate';
import { mostText } from './setup';
import { sides } from './side';
import { suiteNames } from './suites';

const side = z.enum(sides);
/** Records are numbered in the order in which they were sent, the adversary's copies included. */
const record = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** What a listener has besides the recording. */
export const listenerMeans = ['nothing', 'key-log', 'rsa-key'] as const;
export type ListenerMeans = (typeof listenerMeans)[number];

/** Values from which the learner chooses the three that make the session key. */
export const ingredients = [
  'client_random',
  'server_random',
  'premaster_secret',
  'public_key',
  'session_id',
  'client_verify_data',
] as const;
export type Ingredient = (typeof ingredients)[number];

/** HTTPS as a story in eight steps. */
export const storySteps = [
  'client-asks',
  'server-chooses',
  'certificate-shown',
  'certificate-checked',
  'secret-sent',
  'secret-opened',
  'keys-proved',
  'data-protected',
] as const;
export type StoryStep = (typeof storySteps)[number];

/** Versions that somebody may write into a hello that was better. */
export const lowerVersions = ['1.2', '1.1', '1.0'] as const;

/** All that a learner can do: as an application, as somebody in the network, as a listener, and on paper. */
export const tlsActionSchema = z.discriminatedUnion('kind', [
  /** A new connection, from the beginning. */
  z.strictObject({ kind: z.literal('connect') }),
  /** A new connection that takes up the last session with its ticket. */
  z.strictObject({ kind: z.literal('resume') }),
  /** The next record reaches its destination. */
  z.strictObject({ kind: z.literal('next') }),
  /** Without `text`: the request or the response of the setup. */
  z.strictObject({
    kind: z.literal('send'),
    side,
    text: z.optional(z.string().check(z.minLength(1), z.maxLength(mostText))),
  }),
  z.strictObject({ kind: z.literal('close'), side }),
  /** New keys for what this side sends (1.3). */
  z.strictObject({ kind: z.literal('update-keys'), side }),
  /** One bit of a record under way is turned over; bit 0 is the highest. */
  z.strictObject({
    kind: z.literal('flip'),
    record,
    byte: z.int().check(z.minimum(0), z.maximum(20_000)),
    bit: z.int().check(z.minimum(0), z.maximum(7)),
  }),
  z.strictObject({ kind: z.literal('drop'), record }),
  /** A second copy of a record, under way or long arrived, comes along behind all others. */
  z.strictObject({ kind: z.literal('replay'), record }),
  /** This record lets the next one of its side pass. */
  z.strictObject({ kind: z.literal('hold'), record }),
  /** Takes a suite out of a ClientHello under way. */
  z.strictObject({ kind: z.literal('strip-suite'), record, suite: z.enum(suiteNames) }),
  /** Makes a ClientHello under way offer no more than this. */
  z.strictObject({ kind: z.literal('lower-version'), record, to: z.enum(lowerVersions) }),
  /** Puts another certificate into a Certificate message under way, where that is in the clear. */
  z.strictObject({ kind: z.literal('swap-certificate'), record, certificate: z.enum(certificateKinds) }),
  /** This side goes on with another value than the one that was agreed. */
  z.strictObject({
    kind: z.literal('swap-value'),
    side,
    value: z.enum(['client_random', 'server_random', 'premaster_secret']),
  }),
  /** What the listener gets hold of. */
  z.strictObject({ kind: z.literal('listen'), means: z.enum(listenerMeans) }),
  /** On paper: the secret and the two values, in order, of which the master secret is made. */
  z.strictObject({
    kind: z.literal('derive'),
    secret: z.enum(ingredients),
    first: z.enum(ingredients),
    second: z.enum(ingredients),
  }),
  /** On paper: the eight steps in the order in which they happened. */
  z.strictObject({
    kind: z.literal('order'),
    steps: z.array(z.enum(storySteps)).check(z.minLength(8), z.maxLength(8)),
  }),
]);

export type TlsAction = z.output<typeof tlsActionSchema>;

export const tlsActionKinds = [
  'connect',
  'resume',
  'next',
  'send',
  'close',
  'update-keys',
  'flip',
  'drop',
  'replay',
  'hold',
  'strip-suite',
  'lower-version',
  'swap-certificate',
  'swap-value',
  'listen',
  'derive',
  'order',
] as const satisfies readonly TlsAction['kind'][];
