import { describe, expect, it } from 'vitest';
import { builtInZones, internetFor } from './built-in-zones';
import { defaultZones } from './default-zones';
import { parseZones } from './parse-zones';
import { type Resolution, resolveName } from './resolve-name';
import { dnsSetupSchema } from './setup';

const path = (name: string, rest: Partial<Resolution> = {}) => {
  const internet = internetFor(rest.setup ?? { zones: '', base: 'internet' });
  const resolved = resolveName({ name, seed: 1, internet, ...rest });
  return { ...resolved, path: resolved.messages.map(({ to, gist }) => `${to.address} ${gist}`) };
};
const notes = (resolved: ReturnType<typeof resolveName>) => resolved.notes.map(({ note }) => note.code);

describe('finding out a name', () => {
  it('begins with zones that have no fault', () => {
    expect(parseZones(defaultZones).faults).toEqual([]);
    expect(builtInZones().length).toBeGreaterThan(12);
  });

  it('goes from the root to the zone, each server saying who knows more', () => {
    const { path: way, addresses, fromCache } = path('shop.example');
    expect(way).toEqual([
      '192.0.2.53 query',
      '203.0.113.1 query',
      '192.0.2.53 referral',
      '203.0.113.8 query',
      '192.0.2.53 referral',
      '203.0.113.40 query',
      '192.0.2.53 answer',
      '192.0.2.10 answer',
    ]);
    expect(addresses).toEqual(['198.51.100.20']);
    expect(fromCache).toBe(false);
  });

  it('asks nobody for what is in the cache, and says what is left of its time', () => {
    const first = path('shop.example');
    const again = path('shop.example', { cache: first.cache, at: 100_000 });
    expect(again.path).toEqual(['192.0.2.53 query', '192.0.2.10 answer']);
    expect(again.records[0]?.ttl).toBe(201);
    expect(again.fromCache).toBe(true);
  });

  it('follows aliases from zone to zone, and looks for servers whose addresses nobody gave', () => {
    const resolved = path('www.umbrella.example');
    expect(resolved.answer?.answers.map(({ name, data }) => `${name} ${data.type}`)).toEqual([
      'www.umbrella.example. CNAME',
      'umbrella.pages.example.net. CNAME',
      'edge3.cdn.example.org. A',
    ]);
    expect(notes(resolved)).toContain('needs-address');
  });

  it('leaves a lame server for the next', () => {
    const resolved = path('lame.example');
    expect(notes(resolved)).toContain('useless');
    expect(resolved.addresses).toEqual(['198.51.100.60']);
  });

  it('says SERVFAIL when nobody answers, when zones need each other first, and when aliases lead back', () => {
    for (const name of ['dark.example', 'www.circle.example', 'a.loop.example'])
      expect(path(name).rcode).toBe('SERVFAIL');
    expect(notes(path('dark.example')).filter((code) => code === 'timed-out')).toHaveLength(4);
  });

  it('comes back over TCP for what does not fit into 512 bytes', () => {
    const resolved = path('big.example', { type: 'TXT' });
    expect(resolved.messages.map(({ transport, gist }) => `${transport} ${gist}`).slice(-6)).toEqual([
      'udp truncated',
      'tcp query',
      'tcp answer',
      'udp truncated',
      'tcp query',
      'tcp answer',
    ]);
    expect(resolved.records).toHaveLength(5);
  });

  it('takes the same answer over UDP when both ends agreed on more', () => {
    const setup = dnsSetupSchema.parse({ resolver: { edns: 1_232 } });
    const resolved = path('big.example', { type: 'TXT', setup });
    expect(
      resolved.messages.filter(({ to }) => to.address === '203.0.113.47').map(({ transport }) => transport),
    ).toEqual(['udp']);
  });

  it('remembers that a name is not there for as long as its zone says, and no longer', () => {
    const first = path('nothing.shop.example');
    expect(first.rcode).toBe('NXDOMAIN');
    expect(path('nothing.shop.example', { cache: first.cache, at: 59_000 }).path).toHaveLength(2);
    expect(path('nothing.shop.example', { cache: first.cache, at: 61_000 }).path.length).toBeGreaterThan(2);
    // The name is not there at all, so no other type of it is either (RFC 2308 §5).
    expect(path('nothing.shop.example', { type: 'MX', cache: first.cache, at: 1_000 }).path).toHaveLength(2);
  });

  it('tells a name without such a record from a name that is not there', () => {
    const noData = path('mail.shop.example', { type: 'AAAA' });
    expect([noData.rcode, noData.records.length]).toEqual(['NOERROR', 0]);
    expect(path('dept.shop.example').rcode).toBe('NOERROR');
    expect(path('anything.tenants.example.net').addresses).toEqual(['198.51.100.73']);
  });

  it('gives the same bytes for the same seed, and other ids for another', () => {
    const bytes = (seed: number) =>
      resolveName({
        name: 'www.umbrella.example',
        internet: internetFor({ zones: '', base: 'internet' }),
        seed,
      }).messages.map((one) => Buffer.from(one.bytes).toString('hex'));
    expect(bytes(7)).toEqual(bytes(7));
    expect(bytes(7)).not.toEqual(bytes(8));
  });
});
