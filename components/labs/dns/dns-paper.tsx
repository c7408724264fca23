import { causes } from '@/lib/labs/dns/conclude';
import { zoneTypes } from '@/lib/labs/dns/record-type';
import { dnsWords } from '@/lib/words/dns';
import { dnsViewWords } from '@/lib/words/dns-view';
import styles from './dns.module.css';
import type { DnsControlsProps } from './dns-controls';
import { DnsForm } from './dns-form';

/** What the learner writes down of a question: fields left empty are not judged. */
export function DnsPaper({ locale, state, allows, press, act }: DnsControlsProps) {
  const words = dnsViewWords[locale];
  if (!allows('conclude')) return null;
  const first = state.asked[0]?.question;
  const named = dnsWords[locale].causes;
  return (
    <details className={styles.more}>
      <summary>{words.paper}</summary>
      <DnsForm
        key={first?.name}
        legend={words.paper}
        submit={words.conclude}
        fields={[
          { name: 'name', label: words.concludeName, value: first?.name.replace(/\.$/, '') ?? '' },
          {
            name: 'type',
            label: words.concludeType,
            value: first?.type ?? 'A',
            choices: zoneTypes.map((type) => [type, type]),
          },
          { name: 'canonical', label: words.canonical, value: '' },
          { name: 'zone', label: words.zone, value: '' },
          { name: 'address', label: words.address, value: '' },
          {
            name: 'cause',
            label: words.cause,
            value: '',
            choices: [['', words.choose], ...causes.map((cause) => [cause, named[cause]] as const)],
          },
          { name: 'left', label: words.left, value: '', number: true },
        ]}
        make={(value) => ({
          kind: 'conclude',
          name: value('name'),
          type: value('type'),
          ...filled(value, ['canonical', 'zone', 'address', 'cause']),
          ...(/^\d+$/.test(value('left')) ? { left: Number(value('left')) } : {}),
        })}
        press={press}
        act={act}
      />
    </details>
  );
}

function filled(value: (name: string) => string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.filter((name) => value(name) !== '').map((name) => [name, value(name)]));
}
