import { type DnsSetup, dnsSetupSchema } from '@/lib/labs/dns/setup';
import { dnsViewWords } from '@/lib/words/dns-view';
import { ChoicesForm } from '../choices-form';
import type { SettingsProps } from '../lab-view';
import styles from './dns.module.css';

/** How the resolver works, and how far its servers are. Another choice begins the run anew. */
export function DnsSettings({ locale, setup, onSetup }: SettingsProps<DnsSetup>) {
  const words = dnsViewWords[locale];
  const { resolver, delay } = setup;
  const change = (differs: object, rest: object = {}) =>
    onSetup?.(dnsSetupSchema.parse({ ...setup, ...rest, resolver: { ...resolver, ...differs } }));
  const rows = [
    { label: words.idsLabel, value: resolver.ids, choices: words.ids, choose: (ids: string) => change({ ids }) },
    {
      label: words.portsLabel,
      value: resolver.ports,
      choices: words.ports,
      choose: (ports: string) => change({ ports }),
    },
    {
      label: words.bailiwickLabel,
      value: String(resolver.bailiwick),
      choices: words.bailiwick,
      choose: (value: string) => change({ bailiwick: value === 'true' }),
    },
    {
      label: words.ednsLabel,
      value: String(resolver.edns),
      choices: words.edns,
      choose: (value: string) => change({ edns: Number(value) }),
    },
    {
      label: words.delayLabel,
      value: String(delay),
      choices: words.delays,
      choose: (value: string) => change({}, { delay: Number(value) }),
    },
  ];
  return (
    <ChoicesForm
      className={styles.settings}
      legend={words.settings}
      hint={words.settingsHint}
      rows={rows}
      works={onSetup !== undefined}
    />
  );
}
