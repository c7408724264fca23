import type { HstsEntry, World } from './world';

/** RFC 6797 §6.1: `max-age=31536000; includeSubDomains`; null for a field that says nothing that counts. */
export function readHsts(value: string, now: number): HstsEntry | null {
  let maxAge: number | null = null;
  let subdomains = false;
  for (const directive of value.split(';')) {
    const [name = '', given] = directive.split('=').map((part) => part.trim());
    if (name.toLowerCase() === 'includesubdomains') subdomains = true;
    if (name.toLowerCase() !== 'max-age') continue;
    // §6.1: a directive that stands there twice spoils the field.
    const digits = /^"?(\d{1,12})"?$/.exec(given ?? '');
    if (!digits || maxAge !== null) return null;
    maxAge = Number(digits[1]);
  }
  return maxAge === null ? null : { until: now + maxAge * 1_000, subdomains };
}

/** §8.1: kept when it came over TLS; an age of 0 forgets. */
export function keepHsts(world: World, host: string, value: string): 'kept' | 'forgotten' | null {
  const entry = readHsts(value, world.now);
  if (!entry) return null;
  if (entry.until > world.now) world.hsts.set(host, entry);
  else world.hsts.delete(host);
  return entry.until > world.now ? 'kept' : 'forgotten';
}

/** §8.3: whether this host, or one above it that speaks for its subdomains, wants https; and how that is known. */
export function hstsOf(world: World, preloaded: readonly string[], host: string): 'preloaded' | 'kept' | null {
  const labels = host.split('.');
  for (let at = 0; at < labels.length; at += 1) {
    const name = labels.slice(at).join('.');
    if (preloaded.includes(name)) return 'preloaded';
    const entry = world.hsts.get(name);
    if (entry && entry.until > world.now && (at === 0 || entry.subdomains)) return 'kept';
  }
  return null;
}
