import { z } from 'zod';
import { classRoles } from '@/lib/access/class-access';
import { locales } from '@/lib/words/locale';

/** What is kept of a launch that was verified: who, where, as what, and what the platform offers. */
export const launchSchema = z.object({
  kind: z.enum(['resource', 'deep-linking']),
  deploymentId: z.string(),
  /** Who, in the platform's words. */
  subject: z.string(),
  /** Null: the platform does not tell names. */
  name: z.string().nullable(),
  role: z.enum(classRoles),
  locale: z.enum(locales).nullable(),
  context: z.object({ id: z.string(), title: z.string() }).nullable(),
  link: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** lib/lti/target, as text. */
  target: z.string().nullable(),
  membershipsUrl: z.string().nullable(),
  grades: z
    .object({ scopes: z.array(z.string()), lineItems: z.string().nullable(), lineItem: z.string().nullable() })
    .nullable(),
  deepLinking: z
    .object({
      returnUrl: z.string(),
      data: z.string().nullable(),
      takesMany: z.boolean(),
      takesLineItems: z.boolean(),
    })
    .nullable(),
});

export type Launch = z.infer<typeof launchSchema>;

/** Why a launch goes no further. Each has its sentence in lib/words/lti. */
export type Refusal =
  /** Login: who asks is registered with nobody here; or names a client that is not. */
  | 'unknown-platform'
  | 'bad-login'
  /** It was begun by nobody, longer than ten minutes ago, or was used before. */
  | 'unknown-state'
  /** The platform itself said no. */
  | 'platform-refused'
  | 'bad-token'
  | 'bad-signature'
  | 'keys-unreachable'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'expired'
  | 'wrong-nonce'
  | 'wrong-version'
  | 'wrong-message'
  | 'unknown-deployment'
  | 'wrong-target'
  | 'no-user'
  | 'no-link'
  /** The window was opened before, or too late. */
  | 'used-ticket'
  /** Whose account it is may not come in now. */
  | 'shut-out'
  /** A link is chosen by who teaches. */
  | 'not-instructor'
  | 'nothing-to-choose'
  /** Registration. */
  | 'bad-invitation'
  | 'bad-configuration'
  | 'configuration-unreachable'
  | 'registration-refused'
  | 'too-many';

/** A refusal with what may be said of it besides: a host, what the platform wrote. */
export type Refused = { readonly kind: 'refused'; readonly why: Refusal; readonly detail?: string };

export const refused = (why: Refusal, detail?: string): Refused => ({
  kind: 'refused',
  why,
  ...(detail === undefined ? {} : { detail }),
});
