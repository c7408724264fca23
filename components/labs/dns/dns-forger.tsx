import type { DnsAction } from '@/lib/labs/dns/action';
import { attemptsForHalf, chanceOfOne, fixedPort } from '@/lib/labs/dns/numbers';
import type { DnsState } from '@/lib/labs/dns/state';
import { dnsWords } from '@/lib/words/dns';
import { dnsViewWords } from '@/lib/words/dns-view';
import lab from '../lab.module.css';
import styles from './dns.module.css';
import type { DnsControlsProps } from './dns-controls';
import { DnsForm } from './dns-form';
import { serverName, serverNames } from './dns-labels';

/** What somebody does who wants the resolver to believe something false, and what the resolver can do about it. */
export function DnsForger({ locale, state, allows, press, act }: DnsControlsProps) {
  const words = dnsViewWords[locale];
  if (!['forge', 'attack', 'harden'].some((kind) => allows(kind))) return null;
  const { most } = state.setup.forger;
  const { ids, ports } = state.resolver;
  const chance = dnsWords[locale].percent(chanceOfOne(state.resolver, most));
  const open = state.jobs.find(({ out }) => out)?.out;
  return (
    <details className={styles.more}>
      <summary>{words.forger}</summary>
      <p className={styles.odds}>
        {words.haystack(ids === 'sequential' ? 1 : 0, ports === 'fixed' ? 1 : 0)}{' '}
        {words.chance(chance, attemptsForHalf(state.resolver, most))}
      </p>
      {allows('forge') && (
        <DnsForm
          key={`${open?.server} ${open?.question.name}`}
          legend={words.forge}
          submit={words.forge}
          fields={[
            {
              name: 'server',
              label: words.forgeServer,
              value: open ? serverName(state, open.server) : 'ns1.bank.example',
              choices: serverNames(state).map((name) => [name, name]),
            },
            {
              name: 'name',
              label: words.forgeName,
              value: open?.question.name.replace(/\.$/, '') ?? 'www.bank.example',
            },
            { name: 'address', label: words.forgeAddress, value: '203.0.113.66' },
            { name: 'id', label: words.forgeId, value: String(lastSeenId(state)), number: true },
            { name: 'count', label: words.forgeCount, value: String(Math.min(most, 10)), number: true },
            { name: 'port', label: words.forgePort, value: String(fixedPort), number: true },
          ]}
          make={(value) => ({
            kind: 'forge',
            server: value('server'),
            name: value('name'),
            type: 'A',
            answers: `${value('name')} 86400 IN A ${value('address')}`,
            id: Number(value('id')),
            count: Number(value('count')),
            port: Number(value('port')),
          })}
          press={press}
          act={act}
        />
      )}
      {allows('attack') && (
        <DnsForm
          legend={words.attack}
          submit={words.attack}
          fields={[
            { name: 'zone', label: words.attackZone, value: 'bank.example' },
            { name: 'to', label: words.forgeAddress, value: '203.0.113.66' },
            { name: 'guesses', label: words.forgeCount, value: String(most), number: true },
            { name: 'attempts', label: words.attempts, value: '1000', number: true },
          ]}
          make={(value) => ({
            kind: 'attack',
            zone: value('zone'),
            to: value('to'),
            guesses: Number(value('guesses')),
            attempts: Number(value('attempts')),
          })}
          press={press}
          act={act}
        />
      )}
      {allows('harden') && (
        <fieldset className={styles.deeds}>
          <legend>{words.resolverName}</legend>
          {hardenings(state, locale).map(({ label, action }) => (
            <button key={label} type="button" className={lab.button} {...press({ kind: 'act', action })}>
              {label}
            </button>
          ))}
        </fieldset>
      )}
    </details>
  );
}

/** What the forger's own server was asked last: with a resolver that counts, the next id is a little more. */
function lastSeenId(state: DnsState): number {
  const evil = state.packets.findLast(({ to }) => state.internet.servers.get(to.address)?.zones.includes('evil.test.'));
  return evil ? ((evil.bytes[0] ?? 0) << 8) | (evil.bytes[1] ?? 0) : 0;
}

function hardenings(
  { resolver }: DnsState,
  locale: DnsControlsProps['locale'],
): { label: string; action: DnsAction }[] {
  const { harden } = dnsViewWords[locale];
  const ids = resolver.ids === 'random' ? 'sequential' : 'random';
  const ports = resolver.ports === 'random' ? 'fixed' : 'random';
  const bailiwick = !resolver.bailiwick;
  return [
    { label: harden.ids[ids], action: { kind: 'harden', ids } },
    { label: harden.ports[ports], action: { kind: 'harden', ports } },
    { label: harden.bailiwick[bailiwick ? 'true' : 'false'], action: { kind: 'harden', bailiwick } },
  ];
}
