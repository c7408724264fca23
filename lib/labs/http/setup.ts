import * as z from 'zod/mini';
import { relayPairNames } from './relay';

/** `GET / HTTP/1.1\r\n…`: one character an octet; what is above U+00FF goes out as UTF-8. */
export const mostText = 4_096;
const text = z.string().check(z.maxLength(mostText));
const hostName = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/), z.maxLength(64));
const fieldText = z.string().check(z.minLength(1), z.maxLength(200));

/** A message to look at, in which something may be wrong. */
const specimenSchema = z.strictObject({
  kind: z._default(z.enum(['request', 'response']), 'request'),
  /** Of a response: the method of the request that it answers. */
  asked: z._default(z.enum(['GET', 'HEAD', 'POST', 'CONNECT']), 'GET'),
  text: z.string().check(z.minLength(1), z.maxLength(mostText)),
});

const clientSchema = z.strictObject({
  cache: z._default(z.boolean(), true),
  /** `shared`: it keeps for many, as a proxy does. */
  cacheKind: z._default(z.enum(['private', 'shared']), 'private'),
  cookies: z._default(z.boolean(), true),
  /** Whether it goes on by itself where it is redirected. */
  follows: z._default(z.boolean(), true),
  /** What it says of itself in each request; empty: it does not. */
  agent: z._default(z.string().check(z.maxLength(100)), 'Handrail/1.0'),
  languages: z.optional(fieldText),
  encodings: z.optional(fieldText),
});

const relaySchema = z.strictObject({
  pair: z.enum(relayPairNames),
  forbids: z._default(z.array(z.string().check(z.regex(/^\//), z.maxLength(100))).check(z.maxLength(8)), []),
  /** What another person sends through the same front end. */
  victim: z._default(
    z.string().check(z.minLength(1), z.maxLength(mostText)),
    'GET /etag HTTP/1.1\r\nHost: practice.example\r\nCookie: session=8Yk2\r\n\r\n',
  ),
});

export const httpSetupSchema = z.strictObject({
  /** The server's main name; it answers to any. */
  host: z._default(hostName, 'practice.example'),
  scheme: z._default(z.enum(['https', 'http']), 'https'),
  client: z._default(clientSchema, clientSchema.parse({})),
  /** One way, in milliseconds of virtual time. */
  delay: z._default(z.int().check(z.minimum(1), z.maximum(60_000)), 40),
  /** Requests written by hand, to begin with in the editor. */
  draft: z._default(text, ''),
  specimens: z._default(z.array(specimenSchema).check(z.maxLength(12)), []),
  /** A front end between clients and server, which reads as `pair` says. */
  relay: z.optional(relaySchema),
});

export type HttpSetup = z.output<typeof httpSetupSchema>;
export type Specimen = HttpSetup['specimens'][number];

/** When every run begins, in milliseconds since 1970: 23 November 2026, 12:00:00 UTC. */
export const epoch = Date.UTC(2026, 10, 23, 12);
