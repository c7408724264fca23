import * as z from 'zod/mini';
import { ecdhGroups } from '../crypto/ecdh';
import { certificateKinds } from './server-certificate';
import { suiteNames } from './suites';

export const tlsVersions = ['1.3', '1.2'] as const;
const versions = z._default(z.array(z.enum(tlsVersions)).check(z.minLength(1), z.maxLength(2)), [...tlsVersions]);
/** In the order of preference. */
const suites = z._default(z.array(z.enum(suiteNames)).check(z.minLength(1), z.maxLength(11)), [...suiteNames]);
const groups = z._default(z.array(z.enum(ecdhGroups)).check(z.minLength(1), z.maxLength(2)), [...ecdhGroups]);
const protocol = z.string().check(z.regex(/^[a-z0-9./-]+$/), z.maxLength(32));
const protocols = z._default(z.array(protocol).check(z.maxLength(4)), []);
const hostName = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/), z.maxLength(64));
export const mostText = 4_096;
const text = (words: string) => z._default(z.string().check(z.minLength(1), z.maxLength(mostText)), words);

const clientSchema = z.strictObject({
  versions,
  suites,
  groups,
  /** Groups for which the first hello carries a key already; another one costs a round trip. */
  shares: z._default(z.array(z.enum(ecdhGroups)).check(z.maxLength(2)), ['x25519']),
  /** RFC 7627: binds the master secret to the whole handshake instead of to two random numbers. */
  extendedMasterSecret: z._default(z.boolean(), true),
  /** RFC 8446 §D.4: 1.3 in the clothes of 1.2. */
  compatibility: z._default(z.boolean(), true),
  tickets: z._default(z.boolean(), true),
  /** `browser`: adds what a browser of today adds (GREASE, a hybrid share, ECH), `plain`: only what is used. */
  look: z._default(z.enum(['plain', 'browser']), 'plain'),
  /** Whether it looks at certificates at all. */
  checks: z._default(z.boolean(), true),
  protocols,
});

const serverSchema = z.strictObject({
  versions,
  suites,
  groups,
  key: z._default(z.enum(['p256', 'rsa']), 'p256'),
  certificate: z._default(z.enum(certificateKinds), 'right'),
  extendedMasterSecret: z._default(z.boolean(), true),
  /** How many session tickets it gives; 0: none. */
  tickets: z._default(z.int().check(z.minimum(0), z.maximum(4)), 1),
  /** Whether a HelloRetryRequest carries a cookie. */
  cookie: z._default(z.boolean(), false),
  /** Refuses hellos for a name that is not its own. */
  strictName: z._default(z.boolean(), false),
  protocols,
});

export const tlsSetupSchema = z.strictObject({
  /** Whom the client wants to talk to. */
  host: z._default(hostName, 'shop.example'),
  client: z._default(clientSchema, clientSchema.parse({})),
  server: z._default(serverSchema, serverSchema.parse({})),
  /** `apart`: every message in a record of its own, so that they can be watched one by one. */
  packing: z._default(z.enum(['apart', 'together']), 'apart'),
  /** The most text in one record; small ones cut messages to pieces. */
  largestFragment: z._default(z.int().check(z.minimum(16), z.maximum(16_384)), 16_384),
  /** One way, in milliseconds of virtual time. */
  delay: z._default(z.int().check(z.minimum(1), z.maximum(60_000)), 40),
  request: text('GET /basket HTTP/1.1\r\nHost: shop.example\r\nCookie: session=8Yk2\r\n\r\n'),
  response: text('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 12\r\n\r\n3 umbrellas\n'),
});

export type TlsSetup = z.output<typeof tlsSetupSchema>;
