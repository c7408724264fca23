import * as z from 'zod/mini';
import { fetchModes } from './client/look-up';
import { faultCodes } from './fault';
import { mostText } from './setup';

const specimen = z.int().check(z.minimum(0), z.maximum(11));
/** A field name or value of a built request: what would begin a new line cannot be in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control octets are what must not be there.
const plain = z.string().check(z.regex(/^[^\u0000-\u0008\u000a-\u001f\u007f]*$/), z.maxLength(1_000));
const token = z.string().check(z.regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/), z.maxLength(100));
const fieldSchema = z.strictObject({ name: token, value: plain });
/** `/etag`, or with scheme and host. */
const address = z.string().check(z.regex(/^(\/|https?:\/\/)[^\s#]*$/), z.maxLength(1_000));

export const switches = ['cache', 'cookies', 'follows'] as const;
/** `session`: the browser is closed and opened again. */
export const clearables = ['cache', 'cookies', 'session'] as const;

/** `none`: nothing is wrong with it. */
export const namableFaults = ['none', ...faultCodes] as const;
export type NamableFault = (typeof namableFaults)[number];
const namableFault = z.enum(namableFaults);

/** All that a learner can do: by hand on the connection, in the browser, on paper, and as others. */
export const httpActionSchema = z.discriminatedUnion('kind', [
  /** These bytes go out on the connection by hand. A request that is not whole is waited for. */
  z.strictObject({ kind: z.literal('send'), text: z.string().check(z.minLength(1), z.maxLength(mostText)) }),
  /** This end of the connection by hand says that nothing more will come. */
  z.strictObject({ kind: z.literal('close') }),
  /** The browser asks for an address. */
  z.strictObject({
    kind: z.literal('request'),
    method: z._default(token, 'GET'),
    url: address,
    fields: z._default(z.array(fieldSchema).check(z.maxLength(20)), []),
    body: z._default(z.string().check(z.maxLength(mostText)), ''),
    mode: z._default(z.enum(fetchModes), 'normal'),
    /** The page that asks; left out: the address bar. */
    from: z.optional(address),
    /** `load`: a page loads it (picture, script, fetch); `visit`: the person goes there. */
    as: z._default(z.enum(['visit', 'load']), 'visit'),
  }),
  /** The browser goes where the last answer sent it. */
  z.strictObject({ kind: z.literal('follow') }),
  z.strictObject({ kind: z.literal('wait'), ms: z.int().check(z.minimum(1), z.maximum(400 * 86_400_000)) }),
  z.strictObject({ kind: z.literal('toggle'), what: z.enum(switches), on: z.boolean() }),
  z.strictObject({ kind: z.literal('clear'), what: z.enum(clearables) }),
  /** The browser is told a name and a password for the server. */
  z.strictObject({ kind: z.literal('log-in'), user: plain, password: plain }),
  /** Or a token. */
  z.strictObject({ kind: z.literal('use-token'), token: plain }),
  z.strictObject({ kind: z.literal('log-out') }),
  /** On paper: what is wrong with a specimen. */
  z.strictObject({ kind: z.literal('name-fault'), specimen, fault: namableFault }),
  /** On paper: the content of a specimen, taken out of its framing. */
  z.strictObject({ kind: z.literal('decode'), specimen, text: z.string().check(z.maxLength(mostText)) }),
  /** Another person's request goes through the same front end. */
  z.strictObject({ kind: z.literal('victim') }),
  /** Somebody else changes what is at a path of the server. */
  z.strictObject({
    kind: z.literal('change'),
    path: z.string().check(z.regex(/^\/(etag|cache\/[a-z0-9-]+|range|gzip|br|encoded|notes\/[a-z0-9-]+)$/)),
  }),
]);

export type HttpAction = z.output<typeof httpActionSchema>;

export const httpActionKinds = [
  'send',
  'close',
  'request',
  'follow',
  'wait',
  'toggle',
  'clear',
  'log-in',
  'use-token',
  'log-out',
  'name-fault',
  'decode',
  'victim',
  'change',
] as const satisfies readonly HttpAction['kind'][];
