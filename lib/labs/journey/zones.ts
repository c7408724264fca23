import type { JourneySetup, Site } from './setup';
import { siteOf } from './site-of';

/** The name under which a host's zone is: `www.shop.example` is in `shop.example`. */
const zoneOf = (host: string) => host.split('.').slice(-2).join('.');
const below = (host: string, zone: string) => (host === zone ? '@' : host.slice(0, -zone.length - 1));

/** Addresses of name servers (RFC 5737's third block), counted from here. */
const firstServer = 40;
const network = '203.0.113';
const top = (zone: string) => zone.split('.').at(-1) ?? zone;

/** The simulated internet's names as zone files: a root, the top-level domains, and a zone for each domain of the setup's sites. */
export function zonesFor(setup: JourneySetup): string {
  const zones = [...new Set(setup.sites.map(({ host }) => zoneOf(host)))];
  const lame = setup.lame.map(zoneOf).filter((zone) => !zones.includes(zone));
  const tops = [...new Set([...zones, ...lame].map(top))];
  const address = (zone: string) => `${network}.${firstServer + [...zones, ...lame].indexOf(zone)}`;
  const lines = [
    '$ORIGIN .',
    '$TTL 518400',
    '@ IN SOA a.root-servers.net. nstld.example. 2026112301 1800 900 604800 86400',
  ];
  lines.push('@ IN NS a.root-servers.net.', `a.root-servers.net. IN A ${network}.1`);
  for (const [at, name] of tops.entries()) {
    lines.push(`${name}. IN NS a.nic.${name}.`, `a.nic.${name}. IN A ${network}.${8 + at}`);
  }
  for (const [at, name] of tops.entries()) {
    lines.push(`$ORIGIN ${name}.`, '$TTL 172800', '@ IN SOA a.nic hostmaster.nic 2026112301 1800 900 604800 900');
    lines.push('@ IN NS a.nic', `a.nic IN A ${network}.${8 + at}`);
    for (const zone of [...zones, ...lame].filter((one) => top(one) === name)) {
      const label = below(zone, name);
      lines.push(`${label} IN NS ns1.${label}`, `ns1.${label} IN A ${address(zone)}`);
    }
  }
  for (const zone of zones) {
    lines.push(`$ORIGIN ${zone}.`, '$TTL 300', '@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 60', '@ IN NS ns1');
    lines.push(`ns1 IN A ${address(zone)}`);
    for (const site of setup.sites.filter(({ host }) => zoneOf(host) === zone)) lines.push(recordOf(site, zone));
  }
  return `${lines.join('\n')}\n`;
}

function recordOf({ host, address, alias, ttl }: Site, zone: string): string {
  const owner = below(host, zone);
  return alias === undefined ? `${owner} ${ttl} IN A ${address}` : `${owner} ${ttl} IN CNAME ${alias}.`;
}

/** Where a site's server is: of one that is only another name, where that leads. */
export function addressOf(setup: JourneySetup, site: Site): string {
  const target = site.alias === undefined ? null : siteOf(setup, site.alias);
  return target?.address ?? site.address;
}
