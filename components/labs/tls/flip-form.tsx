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

/** The highest bit of a byte is bit 0: as in the RFCs, one counts from the left. */
const lowestBit = 7;

/** Turns one bit over, of a byte that is chosen. Drawn without scripts, it takes the byte in the middle. */
export function FlipForm({ id, locale, record, name, press, act }: Props) {
  const words = tlsViewWords[locale];
  const middle = Math.floor(record.bytes.length / 2);
  const [byte, setByte] = useState(String(middle));
  const [bit, setBit] = useState(String(lowestBit));
  const flip = (at: number, which: number): TlsAction => ({ kind: 'flip', record: record.id, byte: at, bit: which });
  const isThere = isUpTo(byte, record.bytes.length - 1) && isUpTo(bit, lowestBit);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isThere) act?.(flip(Number(byte), Number(bit)));
  };
  const field = `${id}-flip-${record.id}`;
  return (
    <form className={styles.flip} onSubmit={submit}>
      <button
        type={act ? 'submit' : 'button'}
        className={lab.button}
        aria-label={words.deed(words.flip, name)}
        disabled={act !== undefined && !isThere}
        {...(act ? {} : press({ kind: 'act', action: flip(middle, lowestBit) }))}
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
      <label htmlFor={`${field}-bit`}>{words.bitNumber}</label>
      <input
        id={`${field}-bit`}
        type="number"
        inputMode="numeric"
        min={0}
        max={lowestBit}
        aria-label={words.deed(words.bitNumber, name)}
        {...(act ? { value: bit, onChange: (event) => setBit(event.target.value) } : { defaultValue: lowestBit })}
      />
    </form>
  );
}

/** A whole number from 0 to `most`, as it stands in a field. */
function isUpTo(text: string, most: number): boolean {
  const number = Number(text);
  return text !== '' && Number.isInteger(number) && number >= 0 && number <= most;
}
