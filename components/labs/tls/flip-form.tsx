'use client';

import { type FormEvent, useState } from 'react';
import type { TlsAction } from '@/lib/labs/tls/action';
import type { TlsRecord } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsViewWords } from '@/lib/words/tls-view';
import lab from '../lab.module.css';
import type { Press } from '../lab-view';
import styles from './tls.module.css';

type Props = {
  id: string;
  locale: Locale;
  record: TlsRecord;
  name: string;
  press: Press<TlsAction>;
  act?: ((action: TlsAction) => void) | undefined;
};

/** Turns one bit over: which byte is chosen, the lowest bit is taken. Drawn without scripts, it takes the byte in the middle. */
export function FlipForm({ id, locale, record, name, press, act }: Props) {
  const words = tlsViewWords[locale];
  const middle = Math.floor(record.bytes.length / 2);
  const [byte, setByte] = useState(String(middle));
  const flip = (at: number): TlsAction => ({ kind: 'flip', record: record.id, byte: at, bit: 7 });
  const number = Number(byte);
  const isByte = byte !== '' && Number.isInteger(number) && number >= 0 && number < record.bytes.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isByte) act?.(flip(number));
  };
  const field = `${id}-flip-${record.id}`;
  return (
    <form className={styles.flip} onSubmit={submit}>
      <button
        type={act ? 'submit' : 'button'}
        className={lab.button}
        aria-label={words.deed(words.flip, name)}
        disabled={act !== undefined && !isByte}
        {...(act ? {} : press({ kind: 'act', action: flip(middle) }))}
      >
        {words.flip}
      </button>
      <label htmlFor={field}>{words.byteNumber}</label>
      <input
        id={field}
        type="number"
        inputMode="numeric"
        min={0}
        max={record.bytes.length - 1}
        aria-label={words.deed(words.byteNumber, name)}
        {...(act ? { value: byte, onChange: (event) => setByte(event.target.value) } : { defaultValue: middle })}
      />
    </form>
  );
}
