import { ancestorsOf, keyOf } from '@/lib/labs/dns/name';
import { type DnsState, dnsPort, hosts } from '@/lib/labs/dns/state';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { Locale } from '@/lib/words/locale';
import styles from './dns.module.css';
import { serverName, shortName } from './dns-labels';

type Props = { locale: Locale; state: DnsState; whole: DnsState | null };

/** A zone that is on the way of some question, with the servers of it that were asked. */
type Branch = { zone: string; servers: { name: string; isNow: boolean; isSilent: boolean }[]; below: Branch[] };

/** The tree of zones from the root to where somebody has got, and whom a message goes to or comes from now. */
export function DnsTree({ locale, state, whole }: Props) {
  const words = dnsViewWords[locale];
  const root = treeOf(state, whole ?? state);
  return (
    <fieldset className={styles.tree} aria-label={words.tree}>
      <p className={styles.asker}>
        <span data-side="client">{words.stubName}</span>
        <span aria-hidden="true">↔</span>
        <span data-side="client">{words.resolverName}</span>
      </p>
      <ul>
        <Node branch={root} locale={locale} />
      </ul>
    </fieldset>
  );
}

function Node({ branch, locale }: { branch: Branch; locale: Locale }) {
  const words = dnsViewWords[locale];
  return (
    <li>
      <span className={styles.zone} data-asked={branch.servers.length > 0 || undefined}>
        <b>{branch.zone === '.' ? words.root : shortName(branch.zone)}</b>
        {branch.servers.map(({ name, isNow, isSilent }) => (
          <span key={name} className={styles.server} data-now={isNow || undefined} data-silent={isSilent || undefined}>
            {name}
            {isNow && <span className="visually-hidden">{` (${words.now})`}</span>}
          </span>
        ))}
      </span>
      {branch.below.length > 0 && (
        <ul>
          {branch.below.map((below) => (
            <Node key={below.zone} branch={below} locale={locale} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Zones of servers that were asked in the whole run, with all that stand above them, so that the picture keeps its size. */
function treeOf(state: DnsState, whole: DnsState): Branch {
  const zones = new Set<string>(['.']);
  for (const address of askedIn(whole)) {
    for (const zone of whole.internet.servers.get(address)?.zones ?? []) {
      if (isOnTheWay(whole, zone))
        for (const above of ancestorsOf(zone)) if (isZone(whole, above)) zones.add(keyOf(above));
    }
  }
  const asked = askedIn(state);
  const inFlight = state.packets[state.wire[0] ?? -1] ?? state.packets.at(-1);
  const now = [inFlight?.from, inFlight?.to].flatMap((socket) => (socket ? [socket.address] : []));
  const branchOf = (zone: string): Branch => ({
    zone,
    servers: asked
      .filter((address) => state.internet.servers.get(address)?.zones.some((one) => keyOf(one) === zone))
      .map((address) => ({
        name: serverName(state, address),
        isNow: state.wire.length > 0 && now.includes(address),
        isSilent: state.down.includes(address),
      })),
    below: [...zones]
      .filter((one) => one !== zone && parentZone(one, zones) === zone)
      .sort()
      .map(branchOf),
  });
  return branchOf('.');
}

function askedIn(state: DnsState): string[] {
  const servers = state.packets
    .filter(({ to, answers }) => to.port === dnsPort && answers === undefined && to.address !== hosts.resolver)
    .map(({ to }) => to.address);
  return [...new Set(servers)];
}

function isZone(state: DnsState, name: string): boolean {
  return state.internet.zones.has(keyOf(name));
}

/** A server may have many zones; only those above a name that somebody asked for are drawn. */
function isOnTheWay(state: DnsState, zone: string): boolean {
  const own = keyOf(zone);
  return state.history.some(({ note }) => {
    if (note.code !== 'asks' && note.code !== 'stub-asked') return false;
    return own === '.' || keyOf(note.name) === own || keyOf(note.name).endsWith(`.${own}`);
  });
}

function parentZone(zone: string, zones: ReadonlySet<string>): string {
  return (
    ancestorsOf(zone)
      .slice(1)
      .map(keyOf)
      .find((above) => zones.has(above)) ?? '.'
  );
}
