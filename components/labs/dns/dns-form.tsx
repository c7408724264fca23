import { type FormEvent, useId } from 'react';
import { type DnsAction, dnsActionSchema } from '@/lib/labs/dns/action';
import lab from '../lab.module.css';
import type { Press } from '../lab-view';
import styles from './dns.module.css';

/** A field of a form: a text, a number, or one of some choices. */
export type Field = {
  name: string;
  label: string;
  value: string;
  choices?: readonly (readonly [value: string, text: string])[];
  number?: boolean;
};

type Props = {
  legend: string;
  fields: readonly Field[];
  submit: string;
  /** What the fields make; whatever is no action of this lab is not done. */
  make: (value: (name: string) => string) => unknown;
  press: Press<DnsAction>;
  act: ((action: DnsAction) => void) | undefined;
};

/** One thing that a learner can do, with its details. Drawn without scripts, it does what stands in it. */
export function DnsForm({ legend, fields, submit, make, press, act }: Props) {
  const id = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const action = dnsActionSchema.safeParse(make((name) => String(data.get(name) ?? '').trim()));
    if (action.success) act?.(action.data);
  };
  const first = dnsActionSchema.safeParse(make((name) => fields.find((field) => field.name === name)?.value ?? ''));
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <fieldset>
        <legend>{legend}</legend>
        {fields.map(({ name, label, value, choices, number }) => (
          <label key={name} htmlFor={`${id}-${name}`} data-short={number || undefined}>
            {label}
            {choices ? (
              <select id={`${id}-${name}`} name={name} defaultValue={value}>
                {choices.map(([choice, text]) => (
                  <option key={choice} value={choice}>
                    {text}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`${id}-${name}`}
                name={name}
                defaultValue={value}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                {...(number ? { inputMode: 'numeric' as const } : {})}
              />
            )}
          </label>
        ))}
        <button
          type={act ? 'submit' : 'button'}
          className={lab.button}
          {...(act || !first.success ? {} : press({ kind: 'act', action: first.data }))}
        >
          {submit}
        </button>
      </fieldset>
    </form>
  );
}
