import * as z from 'zod/mini';
import { checkNames } from './check';
import { changeSchema, hostSchema, idSchema, isOwnKey, recipeShape, requestShape, timeSchema } from './recipe';

const certificate = idSchema;

/** All that a learner can do: look, judge, decide whom to trust, and be an authority. */
export const certificateActionSchema = z.discriminatedUnion('kind', [
  /** Goes to another server. */
  z.strictObject({ kind: z.literal('visit'), server: idSchema }),
  /** Runs one check on what the server presents. */
  z.strictObject({ kind: z.literal('check'), check: z.enum(checkNames) }),
  /** Runs the first check that has not been run. */
  z.strictObject({ kind: z.literal('check-next') }),
  z.strictObject({ kind: z.literal('check-all') }),
  /** Says whether the chain is good; who refuses names a check that fails. The first word about a server counts. */
  z.strictObject({
    kind: z.literal('judge'),
    answer: z.enum(['accept', 'refuse']),
    check: z.optional(z.enum(checkNames)),
  }),
  /** Makes a certificate: a root of one's own, or one signed by an authority whose key one has. */
  z.strictObject({ kind: z.literal('issue'), ...recipeShape }),
  /** Makes a pair of keys. */
  z.strictObject({ kind: z.literal('make-key'), key: z.string().check(z.refine(isOwnKey)) }),
  /** Asks an authority for a certificate: for this name, for this key, signed with it. */
  z.strictObject({ kind: z.literal('request'), ...requestShape }),
  /** As an authority whose key one has: looks whether the request holds, and issues a certificate on it. */
  z.strictObject({
    kind: z.literal('sign-request'),
    request: idSchema,
    issuer: idSchema,
    id: idSchema,
    notBefore: recipeShape.notBefore,
    notAfter: recipeShape.notAfter,
    digest: recipeShape.digest,
    /** Whether what asks to be an authority becomes one. */
    authority: recipeShape.authority,
  }),
  /** The server presents another chain, its own certificate first. */
  z.strictObject({ kind: z.literal('present'), chain: z.array(certificate).check(z.minLength(1), z.maxLength(10)) }),
  z.strictObject({ kind: z.literal('trust'), certificate }),
  z.strictObject({ kind: z.literal('distrust'), certificate }),
  z.strictObject({ kind: z.literal('set-clock'), at: timeSchema }),
  /** Types another name into the address bar; the same server answers. */
  z.strictObject({ kind: z.literal('ask-name'), name: hostSchema }),
  /** Its issuer publishes a list with it on; the learner has the issuer's key. */
  z.strictObject({ kind: z.literal('revoke'), certificate }),
  /** Changes one byte of a certificate or a request, as someone on the way could. */
  z.strictObject({ kind: z.literal('change-byte'), certificate, ...changeSchema.shape }),
]);
export type CertificateAction = z.output<typeof certificateActionSchema>;

export const certificateActionKinds = [
  'visit',
  'check',
  'check-next',
  'check-all',
  'judge',
  'issue',
  'make-key',
  'request',
  'sign-request',
  'present',
  'trust',
  'distrust',
  'set-clock',
  'ask-name',
  'revoke',
  'change-byte',
] as const satisfies readonly CertificateAction['kind'][];
