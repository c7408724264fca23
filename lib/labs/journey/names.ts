import { type Cache, emptyCache } from '../dns/cache';
import { type Internet, internetWith } from '../dns/internet';
import { resolveName } from '../dns/resolve-name';
import { type DnsSetup, dnsSetupSchema } from '../dns/setup';
import type { Socket } from '../tcp/segment';
import type { JourneySetup } from './setup';
import type { World } from './world';
import { zonesFor } from './zones';

/** A message of DNS, and when it left and came. */
export type NameMessage = {
  readonly transport: 'udp' | 'tcp';
  readonly from: Socket;
  readonly to: Socket;
  readonly sentAt: number;
  readonly at: number;
  readonly bytes: Uint8Array;
};

/** How a name became an address: out of the browser's own cache, or by its resolver, which may know it or has to ask around. */
export type NameExchange = {
  readonly host: string;
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly from: 'cache' | 'resolver';
  readonly messages: readonly NameMessage[];
  readonly address: string | null;
  readonly failure: 'name-not-found' | 'name-server-failed' | null;
};

type Known = { readonly address: string; readonly until: number };

/** What is known of names: by the browser, and by the resolver that it asks. */
export type NameStore = { readonly browser: ReadonlyMap<string, Known>; readonly resolver: Cache };
export const emptyNames: NameStore = { browser: new Map(), resolver: emptyCache };

/** Finds a host's address. What was learned is kept, for as long as its TTL lets it. */
export function lookUp(world: World, setup: JourneySetup, seed: number, host: string): NameExchange {
  const askedAt = world.now;
  const known = world.names.browser.get(host);
  if (known && known.until > askedAt) {
    return { host, askedAt, answeredAt: askedAt, from: 'cache', messages: [], address: known.address, failure: null };
  }
  const cache = world.names.resolver;
  const { dns, internet } = reachedBy(setup);
  const resolved = resolveName({ name: host, setup: dns, internet, cache, seed, at: askedAt });
  const { endedAt: answeredAt, records, rcode } = resolved;
  const [address = null] = resolved.addresses;
  const browser = new Map(world.names.browser);
  const [record] = records;
  if (address !== null && record) browser.set(host, { address, until: answeredAt + record.ttl * 1_000 });
  world.names = { browser, resolver: resolved.cache };
  const messages = resolved.messages.map(({ transport, from, to, sentAt, at, bytes }) => ({
    ...{ transport, from, to, sentAt, at, bytes },
  }));
  const failure =
    address !== null ? null : rcode === 'NXDOMAIN' || rcode === 'NOERROR' ? 'name-not-found' : 'name-server-failed';
  return { host, askedAt, answeredAt, from: 'resolver', messages, address, failure };
}

/** Who can be asked, and how far away they are. */
type Reached = { readonly dns: DnsSetup; readonly internet: Internet };

const made = new WeakMap<JourneySetup, Reached>();

/** The same setup makes the same internet, which is read once. */
function reachedBy(setup: JourneySetup): Reached {
  const before = made.get(setup);
  if (before) return before;
  const { distance: delay, resolverDistance: near } = setup.network;
  const dns = dnsSetupSchema.parse({ base: 'empty', delay, near });
  const reached = { dns, internet: internetWith(zonesFor(setup), []) };
  made.set(setup, reached);
  return reached;
}
