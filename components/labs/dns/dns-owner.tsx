import { dataText } from '@/lib/labs/dns/data-text';
import { zoneTypes } from '@/lib/labs/dns/record-type';
import { truthOf } from '@/lib/labs/dns/truth';
import { dnsViewWords } from '@/lib/words/dns-view';
import lab from '../lab.module.css';
import styles from './dns.module.css';
import { askedServers, type DnsControlsProps } from './dns-controls';
import { DnsForm } from './dns-form';

/** What somebody does to whom zones and servers belong. */
export function DnsOwner({ locale, state, allows, press, act }: DnsControlsProps) {
  const words = dnsViewWords[locale];
  if (!allows('edit') && !allows('switch')) return null;
  const last = state.asked.at(-1)?.question ?? { name: 'shop.example.', type: 'A' };
  const [record] = truthOf(state.internet, last.name, 'A').records;
  const types = zoneTypes.filter((type) => type !== 'SOA');
  return (
    <details className={styles.more}>
      <summary>{words.owner}</summary>
      {allows('edit') && (
        <DnsForm
          key={last.name}
          legend={words.change}
          submit={words.change}
          fields={[
            { name: 'name', label: words.editName, value: last.name.replace(/\.$/, '') },
            { name: 'type', label: words.editType, value: 'A', choices: types.map((type) => [type, type]) },
            { name: 'data', label: words.editData, value: record ? dataText(record.data) : '198.51.100.22' },
            { name: 'ttl', label: words.editTtl, value: String(record?.ttl ?? 300), number: true },
          ]}
          make={(value) => ({
            kind: 'edit',
            name: value('name'),
            type: value('type'),
            data: value('data') === '' ? [] : [value('data')],
            ...(value('ttl') === '' ? {} : { ttl: Number(value('ttl')) }),
          })}
          press={press}
          act={act}
        />
      )}
      {allows('switch') && (
        <fieldset className={styles.deeds}>
          <legend>{words.servers}</legend>
          {askedServers(state).map(({ address, name, isDown }) => (
            <button
              key={address}
              type="button"
              className={lab.button}
              {...press({ kind: 'act', action: { kind: 'switch', server: address, down: !isDown } })}
            >
              {isDown ? words.switchOn(name) : words.switchOff(name)}
            </button>
          ))}
        </fieldset>
      )}
    </details>
  );
}
