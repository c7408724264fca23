import { hexOf } from '@/lib/labs/tls/field-reader';
import { formulaOf, isPublic } from '@/lib/labs/tls/key-formula';
import { anyKnown, type KeySlot } from '@/lib/labs/tls/key-slots';
import { sides } from '@/lib/labs/tls/side';
import type { ValueName } from '@/lib/labs/tls/value';
import type { Locale } from '@/lib/words/locale';
import { tlsKeyWords } from '@/lib/words/tls-keys';
import { broken, differs, knownTo } from './key-labels';
import styles from './tls-keys.module.css';

type Props = {
  id: string;
  locale: Locale;
  slot: KeySlot | null;
  slots: readonly KeySlot[];
  point: (name: ValueName) => void;
};

/** One value in full: what it is, how it is made, of what, and its bytes on either side. */
export function KeyDetail({ id, locale, slot, slots, point }: Props) {
  const words = tlsKeyWords[locale];
  const value = slot && anyKnown(slot);
  if (!slot) {
    return (
      <section id={id} className={styles.detail} aria-label={words.title}>
        <p>{words.point}</p>
      </section>
    );
  }
  const to = knownTo(slot);
  const facts = [
    ...(value ? [words.bytes(value.bytes.length)] : []),
    isPublic(slot.name) ? words.isPublic : words.isSecret,
    to === 'none' ? words.notYet : words.on[to],
  ];
  return (
    <section id={id} className={styles.detail} aria-label={slot.name}>
      <p className={styles.heading}>
        <code>{broken(slot.name)}</code> <small>{facts.join(' · ')}</small>
      </p>
      <p>{words.about[slot.name]}</p>
      {formulas(slot, locale).map((formula) => (
        <p key={formula} className={styles.formula}>
          {formula}
        </p>
      ))}
      <dl>
        {inputsOf(slot, slots).map((input) => (
          <div key={input.name}>
            <dt>
              <button type="button" onClick={() => point(input.name)}>
                {broken(input.name)}
              </button>
            </dt>
            <dd>{bytesOf(input, locale)}</dd>
          </div>
        ))}
        {value && (
          <div className={styles.result}>
            <dt>{`= ${slot.name}`}</dt>
            <dd>{bytesOf(slot, locale)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** Both sides make most values alike; where each has its own way, both are told. */
function formulas(slot: KeySlot, locale: Locale): string[] {
  const words = tlsKeyWords[locale];
  const told = sides.flatMap((side) => {
    const value = slot.known[side];
    if (!value) return [];
    return [formulaOf(value) ?? words.by[value.by] ?? ''];
  });
  return [...new Set(told)];
}

function inputsOf(slot: KeySlot, slots: readonly KeySlot[]): KeySlot[] {
  const names = new Set(sides.flatMap((side) => slot.known[side]?.from ?? []));
  return slots.filter(({ name }) => names.has(name) && name !== slot.name);
}

function bytesOf(slot: KeySlot, locale: Locale) {
  const words = tlsKeyWords[locale];
  if (!differs(slot)) {
    const value = anyKnown(slot);
    return value ? <code>{grouped(value.bytes)}</code> : words.notYet;
  }
  return sides.map((side) => {
    const value = slot.known[side];
    return (
      value && (
        <span key={side} className={styles.own} data-side={side}>
          <b>{words.valueOf[side]}</b> <code>{grouped(value.bytes)}</code>
        </span>
      )
    );
  });
}

/** Four bytes at a time, so that the eye finds its place again. */
function grouped(bytes: Uint8Array): string {
  return hexOf(bytes, bytes.length).replace(/.{8}(?=.)/g, '$& ');
}
