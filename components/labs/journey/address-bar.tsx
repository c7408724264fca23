'use client';
import { type FormEvent, useState } from 'react';
import type { JourneyAction } from '@/lib/labs/journey/action';
import type { JourneyState } from '@/lib/labs/journey/state';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import lab from '../lab.module.css';
import type { Press } from '../lab-view';
import styles from './journey.module.css';

type Props = {
  id: string;
  locale: Locale;
  state: JourneyState;
  press: Press<JourneyAction>;
  act?: ((action: JourneyAction) => void) | undefined;
};

/** Where an address is typed. Drawn without scripts, it goes to the first site. */
export function AddressBar({ id, locale, state, press, act }: Props) {
  const words = journeyViewWords[locale];
  const first = `https://${state.setup.sites[0]?.host ?? 'shop.example'}/`;
  const [typed, setTyped] = useState(first);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== '') act?.({ kind: 'visit', url: typed });
  };
  const field = `${id}-address`;
  return (
    <form className={styles.addressBar} onSubmit={submit}>
      <label htmlFor={field}>{words.address}</label>
      <input
        id={field}
        type="text"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={500}
        list={`${field}-sites`}
        {...(act ? { value: typed, onChange: (event) => setTyped(event.target.value) } : { defaultValue: first })}
      />
      <datalist id={`${field}-sites`}>
        {state.setup.sites.map(({ host }) => (
          <option key={host} value={`https://${host}/`} />
        ))}
      </datalist>
      <button
        type={act ? 'submit' : 'button'}
        className={`${lab.button} ${lab.primary}`}
        {...(act ? {} : press({ kind: 'act', action: { kind: 'visit', url: first } }))}
      >
        {words.go}
      </button>
    </form>
  );
}
