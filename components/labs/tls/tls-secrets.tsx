import { sameBytes } from '@/lib/labs/bytes';
import { hexOf } from '@/lib/labs/tls/field-reader';
import { peerOf, type Side, sides } from '@/lib/labs/tls/setup';
import type { TlsState } from '@/lib/labs/tls/state';
import type { Value } from '@/lib/labs/tls/value';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import styles from './tls.module.css';

type Props = { locale: Locale; state: TlsState; before: TlsState | null; still: boolean };

/** Both sides' values, each hung below the first of those it was made of: the key schedule as a tree that reads as a nested list. */
export function TlsSecrets(props: Props) {
  return (
    <div className={styles.sides}>
      {sides.map((side) => (
        <SideSecrets key={side} {...props} side={side} />
      ))}
    </div>
  );
}

function SideSecrets({ locale, state, before, still, side }: Props & { side: Side }) {
  const words = tlsViewWords[locale];
  const { values, phase, version, suite } = state[side];
  const roots = values.filter((value) => parentOf(value, values) === null);
  const fresh = before && before[side].values.length < values.length;
  return (
    <section data-side={side}>
      <h3 className={styles.sideName}>
        {words.sides[side]} <span className={styles.phase}>{phase}</span>
      </h3>
      <p className={styles.chosen}>{[version && `TLS ${version}`, suite?.name].filter(Boolean).join(' · ') || '–'}</p>
      <details className={styles.secrets} data-changed={fresh || undefined}>
        <summary>{`${words.secrets} (${values.length})`}</summary>
        {!still &&
          (values.length === 0 ? (
            <p>{words.noSecrets}</p>
          ) : (
            <Tree locale={locale} state={state} side={side} values={roots} label={words.secretsOf(words.sides[side])} />
          ))}
      </details>
    </section>
  );
}

/** The value under which another one hangs: the first of its ancestors that stands in the list. */
function parentOf(value: Value, values: readonly Value[]): Value | null {
  const place = values.indexOf(value);
  for (const name of value.from) {
    const parent = values.findIndex((one) => one.name === name);
    if (parent !== -1 && parent < place) return values[parent] ?? null;
  }
  return null;
}

type TreeProps = { locale: Locale; state: TlsState; side: Side; values: readonly Value[]; label?: string };

function Tree({ locale, state, side, values, label }: TreeProps) {
  const words = tlsViewWords[locale];
  const all = state[side].values;
  return (
    <ul aria-label={label}>
      {values.map((value) => {
        const peer = state[peerOf(side)].values.find(({ name }) => name === value.name);
        const differs = peer !== undefined && !sameBytes(peer.bytes, value.bytes);
        const below = all.filter((one) => parentOf(one, all) === value);
        const made = words.of(words.by[value.by], value.label ? `“${value.label}”` : '', value.from.join(' + '));
        return (
          <li key={value.name} data-differs={differs || undefined}>
            <code className={styles.valueName}>{value.name}</code>{' '}
            {peer && <small>{differs ? words.differs : words.same}</small>}
            <span className={styles.made}>{made}</span>
            <code className={styles.hex}>{hexOf(value.bytes)}</code>
            {below.length > 0 && <Tree locale={locale} state={state} side={side} values={below} />}
          </li>
        );
      })}
    </ul>
  );
}
