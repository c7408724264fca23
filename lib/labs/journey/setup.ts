import * as z from 'zod/mini';
import { certificateKinds } from '../tls/server-certificate';

const hostName = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/), z.maxLength(64));
const address = z.string().check(z.regex(/^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/));
const milliseconds = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
const fieldText = z.string().check(z.regex(/^[\x20-\x7e]*$/), z.maxLength(200));

export const resourceTypes = ['html', 'css', 'js', 'svg', 'json', 'woff2'] as const;
export type ResourceType = (typeof resourceTypes)[number];

/** Something a site serves. A body that is not given is made: so many bytes of that type. */
const resourceSchema = z.strictObject({
  path: z.string().check(z.regex(/^\/[!-~]*$/), z.maxLength(200)),
  type: z._default(z.enum(resourceTypes), 'html'),
  text: z.optional(z.string().check(z.maxLength(20_000))),
  bytes: z._default(z.int().check(z.minimum(0), z.maximum(400_000)), 2_000),
  status: z._default(z.int().check(z.minimum(200), z.maximum(599)), 200),
  /** Of a redirection. */
  location: z.optional(fieldText),
  cacheControl: z.optional(fieldText),
  /** Whether it can be asked whether it is still the same. */
  etag: z._default(z.boolean(), true),
  /** How long the server thinks before it answers; left out: as long as the site does. */
  think: z.optional(milliseconds(30_000)),
});
export type Resource = z.output<typeof resourceSchema>;

/** A host with its server. */
const siteSchema = z.strictObject({
  host: hostName,
  address,
  /** Another name of a host in this list: its name leads there by a CNAME. */
  alias: z.optional(hostName),
  /** One way, in milliseconds; left out: as far as everything is. */
  distance: z.optional(milliseconds(2_000)),
  /** What answers at port 443. */
  tls: z._default(z.enum(['1.3', '1.2', 'none']), '1.3'),
  certificate: z._default(z.enum(certificateKinds), 'right'),
  /** What answers at port 80: the site, a redirection to https, or nobody. */
  plain: z._default(z.enum(['redirects', 'serves', 'nobody']), 'redirects'),
  /** `refuses`: no program listens; `silent`: whatever is sent there is lost. */
  reach: z._default(z.enum(['open', 'refuses', 'silent']), 'open'),
  /** Strict-Transport-Security (RFC 6797), as it is sent. */
  hsts: z.optional(fieldText),
  /** Alt-Svc (RFC 7838): how a browser learns of HTTP/3. */
  altSvc: z.optional(fieldText),
  think: z._default(milliseconds(30_000), 20),
  /** After so many seconds without a request the server closes a connection. */
  keepAlive: z._default(z.int().check(z.minimum(1), z.maximum(3_600)), 60),
  /** Seconds. */
  ttl: z._default(z.int().check(z.minimum(0), z.maximum(604_800)), 300),
  resources: z._default(z.array(resourceSchema).check(z.maxLength(40)), []),
});
export type Site = z.output<typeof siteSchema>;

/** What can be turned while the lab runs. */
export const networkShape = {
  /** To the servers, one way, in milliseconds. */
  distance: milliseconds(1_000).check(z.minimum(1)),
  /** To the resolver, one way. */
  resolverDistance: milliseconds(1_000).check(z.minimum(1)),
  /** Kilobits a second, each way. */
  bandwidth: z.int().check(z.minimum(64), z.maximum(1_000_000)),
  /** Of the packets between browser and servers: a share, 0 to 0.3. */
  loss: z.number().check(z.minimum(0), z.maximum(0.3)),
  keepAlive: z.boolean(),
  /** Whether sessions of TLS are taken up again. */
  resumption: z.boolean(),
} as const;

const networkSchema = z.strictObject({
  distance: z._default(networkShape.distance, 25),
  resolverDistance: z._default(networkShape.resolverDistance, 5),
  bandwidth: z._default(networkShape.bandwidth, 20_000),
  loss: z._default(networkShape.loss, 0),
  keepAlive: z._default(networkShape.keepAlive, true),
  resumption: z._default(networkShape.resumption, true),
});
export type Network = z.output<typeof networkSchema>;

const browserSchema = z.strictObject({
  /** Hosts that are only ever asked over https: the list that browsers bring along (their subdomains too). */
  preloadedHsts: z._default(z.array(hostName).check(z.maxLength(20)), []),
  /** Connections to one host at a time. */
  connections: z._default(z.int().check(z.minimum(1), z.maximum(6)), 6),
  tls: z._default(z.enum(['1.3', '1.2']), '1.3'),
});

export const journeySetupSchema = z.strictObject({
  sites: z.array(siteSchema).check(z.minLength(1), z.maxLength(12)),
  /** Names that there are, or seem to be, and lead nowhere: a lame delegation. */
  lame: z._default(z.array(hostName).check(z.maxLength(5)), []),
  network: z._default(networkSchema, networkSchema.parse({})),
  browser: z._default(browserSchema, browserSchema.parse({})),
});
export type JourneySetup = z.output<typeof journeySetupSchema>;
