import * as z from 'zod/mini';
import { causes } from './conclude';
import { addressSchema, idPolicies, nameSchema, portPolicies, typeSchema } from './setup';

const ms = z.int().check(z.minimum(1), z.maximum(700_000_000));
const uint16 = z.int().check(z.minimum(0), z.maximum(65_535));
const packet = z.int().check(z.minimum(0), z.maximum(100_000));
const lines = z.string().check(z.maxLength(2_000));
/** A server, by name or by address. */
const server = nameSchema;
const type = z._default(typeSchema, 'A');

/** All that a learner can do: as somebody at a computer, as the owner of a zone, as somebody in the network, and on paper. */
export const dnsActionSchema = z.discriminatedUnion('kind', [
  /** The computer asks. Without `at`: its resolver, and with recursion desired; a server named in `at` is asked for what it has itself. */
  z.strictObject({
    kind: z.literal('query'),
    name: nameSchema,
    type,
    at: z.optional(server),
    recursion: z.optional(z.boolean()),
    tcp: z.optional(z.boolean()),
  }),
  /** The next thing happens: a message arrives, or somebody has waited long enough. */
  z.strictObject({ kind: z.literal('next') }),
  /** Everything under way happens, until nobody waits any more. */
  z.strictObject({ kind: z.literal('settle') }),
  /** Time passes, with what happens in it. */
  z.strictObject({ kind: z.literal('wait'), ms }),
  /** The resolver forgets a name, or everything. */
  z.strictObject({ kind: z.literal('flush'), name: z.optional(nameSchema) }),
  /** The owner of a zone puts these lines in the place of what its name had of that type; none: takes it away. The SOA's serial goes up. */
  z.strictObject({
    kind: z.literal('edit'),
    name: nameSchema,
    type,
    ttl: z.optional(z.int().check(z.minimum(0), z.maximum(604_800))),
    data: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(10)),
  }),
  /** A server stops hearing, or hears again. */
  z.strictObject({ kind: z.literal('switch'), server, down: z.boolean() }),
  /** A message under way is lost. */
  z.strictObject({ kind: z.literal('drop'), packet }),
  /** What the resolver does against forgers. */
  z.strictObject({
    kind: z.literal('harden'),
    ids: z.optional(z.enum(idPolicies)),
    ports: z.optional(z.enum(portPolicies)),
    bailiwick: z.optional(z.boolean()),
  }),
  /** Forged answers to the resolver, `count` of them with ids one after the other, in the name of a server. Sections as zone lines. */
  z.strictObject({
    kind: z.literal('forge'),
    server,
    id: uint16,
    count: z._default(z.int().check(z.minimum(1), z.maximum(65_536)), 1),
    port: uint16,
    name: nameSchema,
    type,
    answers: z._default(lines, ''),
    authorities: z._default(lines, ''),
    additionals: z._default(lines, ''),
  }),
  /**
   * As D. Kaminsky did (2008): ask for a name that cannot be known, forge answers with so many ids, and again with another name, at most
   * `attempts` times. What the forgeries say: the zone's server is now the forger's.
   */
  z.strictObject({
    kind: z.literal('attack'),
    zone: nameSchema,
    to: addressSchema,
    guesses: z.int().check(z.minimum(1), z.maximum(65_536)),
    attempts: z.int().check(z.minimum(1), z.maximum(100_000)),
  }),
  /** On paper, of a question: the last name of its aliases, the zone that name is in, the address, why the answer is what it is, how many seconds the resolver will still say so. */
  z.strictObject({
    kind: z.literal('conclude'),
    name: nameSchema,
    type,
    canonical: z.optional(nameSchema),
    zone: z.optional(nameSchema),
    address: z.optional(z.string().check(z.maxLength(50))),
    cause: z.optional(z.enum(causes)),
    left: z.optional(z.int().check(z.minimum(0), z.maximum(700_000))),
  }),
]);
export type DnsAction = z.output<typeof dnsActionSchema>;

export const dnsActionKinds = [
  'query',
  'next',
  'settle',
  'wait',
  'flush',
  'edit',
  'switch',
  'drop',
  'harden',
  'forge',
  'attack',
  'conclude',
] as const satisfies readonly DnsAction['kind'][];
