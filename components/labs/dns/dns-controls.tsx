import type { DnsAction } from '@/lib/labs/dns/action';
import { zoneTypes } from '@/lib/labs/dns/record-type';
import { type DnsState, hosts } from '@/lib/labs/dns/state';
import { dnsViewWords } from '@/lib/words/dns-view';
import lab from '../lab.module.css';
import type { ControlsProps } from '../lab-view';
import styles from './dns.module.css';
import { DnsForger } from './dns-forger';
import { DnsForm } from './dns-form';
import { nameOf, serverName, serverNames } from './dns-labels';
import { DnsOwner } from './dns-owner';
import { DnsPaper } from './dns-paper';

export type DnsControlsProps = ControlsProps<DnsState, DnsAction>;

/** What a learner can do: ask, let time pass, be the owner of a zone or a forger, and write down what they found. */
export function DnsControls(props: DnsControlsProps) {
  return (
    <div className={styles.controls}>
      <Ask {...props} />
      <Time {...props} />
      <DnsOwner {...props} />
      <DnsForger {...props} />
      <DnsPaper {...props} />
    </div>
  );
}

function Ask({ locale, state, allows, press, act }: DnsControlsProps) {
  const words = dnsViewWords[locale];
  if (!allows('query')) return null;
  const last = state.asked.at(-1)?.question;
  const servers = serverNames(state).map((name) => [name, name] as const);
  return (
    <DnsForm
      key={`${last?.name} ${last?.type}`}
      legend={words.ask}
      submit={words.ask}
      fields={[
        { name: 'name', label: words.askName, value: last?.name.replace(/\.$/, '') ?? 'shop.example' },
        {
          name: 'type',
          label: words.askType,
          value: last?.type ?? 'A',
          choices: zoneTypes.map((type) => [type, type]),
        },
        { name: 'at', label: words.askAt, value: '', choices: [['', words.theResolver], ...servers] },
      ]}
      make={(value) => ({
        kind: 'query',
        name: value('name'),
        type: value('type'),
        ...(value('at') === '' ? {} : { at: value('at') }),
      })}
      press={press}
      act={act}
    />
  );
}

const waits = [10_000, 60_000, 300_000] as const;

function Time({ locale, state, allows, press }: DnsControlsProps) {
  const words = dnsViewWords[locale];
  const underWay = state.packets[state.wire[0] ?? -1];
  const deeds: { label: string; action: DnsAction }[] = [
    ...(allows('settle') ? [{ label: words.settle, action: { kind: 'settle' } as const }] : []),
    ...(allows('wait') ? waits.map((ms) => ({ label: words.wait[ms], action: { kind: 'wait', ms } as const })) : []),
    ...(allows('flush') ? [{ label: words.flush, action: { kind: 'flush' } as const }] : []),
    ...(allows('drop') && underWay
      ? [
          {
            label: words.deed(words.lose, nameOf(state, underWay.id, locale)),
            action: { kind: 'drop', packet: underWay.id } as const,
          },
        ]
      : []),
  ];
  if (deeds.length === 0) return null;
  return (
    <fieldset className={styles.deeds}>
      <legend>{words.time}</legend>
      {deeds.map(({ label, action }) => (
        <button key={label} type="button" className={lab.button} {...press({ kind: 'act', action })}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

/** The servers that were asked, to be silenced or brought back. */
export function askedServers(state: DnsState): { address: string; name: string; isDown: boolean }[] {
  const addresses = new Set(state.packets.map(({ to }) => to.address));
  return [...state.internet.servers.keys()]
    .filter((address) => address !== hosts.resolver && addresses.has(address))
    .map((address) => ({ address, name: serverName(state, address), isDown: state.down.includes(address) }));
}
