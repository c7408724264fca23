import * as z from 'zod/mini';
import { ipv4Bytes } from './ipv6';
import { parseName } from './name';
import { parseZones } from './parse-zones';
import { zoneTypes } from './record-type';

/** A name as people write it, with or without its last dot; kept with it. */
export const nameSchema = z.string().check(
  z.minLength(1),
  z.maxLength(300),
  z.refine((text) => parseName(text).kind === 'name', { error: 'expected a domain name' }),
);
export const typeSchema = z.enum(zoneTypes);
export const addressSchema = z.string().check(
  z.maxLength(15),
  z.refine((text) => ipv4Bytes(text) !== null, { error: 'expected an IPv4 address' }),
);

/** Lines of a zone file. A fault is told with its line. */
const zonesSchema = z.string().check(
  z.maxLength(24_000),
  z.check(({ value, issues }) => {
    for (const { line, why, found } of parseZones(value).faults.slice(0, 5))
      issues.push({ code: 'custom', input: value, path: [], message: `line ${line}: ${why} (${found})` });
  }),
);

export const idPolicies = ['random', 'sequential'] as const;
export const portPolicies = ['random', 'fixed'] as const;

export const resolverSchema = z.strictObject({
  /** How the ids of its queries follow each other, and from which ports they go out: all that a blind forger must guess (RFC 5452). */
  ids: z._default(z.enum(idPolicies), 'random'),
  ports: z._default(z.enum(portPolicies), 'random'),
  /** Whether records that are none of the asked server's business are thrown away. */
  bailiwick: z._default(z.boolean(), true),
  /** The size of UDP messages it takes, told by EDNS (RFC 6891); 0: no EDNS, so 512. */
  edns: z._default(z.union([z.literal(0), z.int().check(z.minimum(512), z.maximum(4_096))]), 0),
  /** How long it waits for a server, in milliseconds. */
  timeout: z._default(z.int().check(z.minimum(50), z.maximum(10_000)), 800),
  /** Longest it keeps anything, in seconds. */
  longest: z._default(z.int().check(z.minimum(0), z.maximum(604_800)), 86_400),
});
export type ResolverSetup = z.output<typeof resolverSchema>;

const serverSchema = z.strictObject({
  /** One way, in milliseconds; without it the setup's. */
  delay: z.optional(z.int().check(z.minimum(0), z.maximum(5_000))),
  /** It hears nothing. */
  down: z.optional(z.boolean()),
  /** Lines of a zone file that it puts into the additional section of everything it says, whether that is its business or not. */
  adds: z.optional(z.string().check(z.maxLength(2_000))),
});

export const dnsSetupSchema = z.strictObject({
  /** `internet`: the zones of `default-zones.ts`; `empty`: only those written here, a root among them. */
  base: z._default(z.enum(['internet', 'empty']), 'internet'),
  /** Zones as master files write them (RFC 1035 §5.1); every SOA record begins one, which takes the place of one of that origin. */
  zones: z._default(zonesSchema, ''),
  /** By host name or address. */
  servers: z._default(z.record(z.string().check(z.maxLength(260)), serverSchema), {}),
  /** One way between the resolver and a server, in milliseconds. */
  delay: z._default(z.int().check(z.minimum(0), z.maximum(5_000)), 20),
  /** One way between the computer and its resolver. */
  near: z._default(z.int().check(z.minimum(0), z.maximum(5_000)), 5),
  resolver: z._default(resolverSchema, resolverSchema.parse({})),
  /** Somebody elsewhere who forges answers: how many at a time, and how long they take to arrive. */
  forger: z._default(
    z.strictObject({
      most: z._default(z.int().check(z.minimum(1), z.maximum(65_536)), 200),
      delay: z._default(z.int().check(z.minimum(0), z.maximum(5_000)), 5),
    }),
    { most: 200, delay: 5 },
  ),
});
export type DnsSetup = z.output<typeof dnsSetupSchema>;
