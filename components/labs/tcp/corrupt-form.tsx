'use client';
import { type FormEvent, useId, useState } from 'react';
import { type TcpAction, tcpActionSchema } from '@/lib/labs/tcp/action';
import type { Segment } from '@/lib/labs/tcp/segment';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import lab from '../lab.module.css';
import styles from './segment-form.module.css';
import { nameOf } from './tcp-labels';

type Props = { locale: Locale; underWay: readonly Segment[]; act: (action: TcpAction) => void };

/** The network turns a byte of a segment under way over, or one bit of it. */
export function CorruptForm({ locale, underWay, act }: Props) {
  const words = tcpViewWords[locale].corrupt;
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const [isWrong, setWrong] = useState(false);
  const segment = underWay.find((it) => it.id === chosen) ?? underWay[0];
  if (!segment) return <p>{words.nothing}</p>;
  const last = segment.bytes.length - 1;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [byte, bit] = [fields.get('byte'), fields.get('bit')];
    const action = tcpActionSchema.safeParse({
      ...{ kind: 'corrupt', segment: segment.id },
      byte: byte === '' ? Number.NaN : Number(byte),
      ...(bit === 'all' ? {} : { bit: Number(bit) }),
    });
    const isThere = action.success && Number(byte) <= last;
    setWrong(!isThere);
    if (isThere) act(action.data);
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={words.title} noValidate>
      <p className={`${styles.field} ${styles.wide}`}>
        <label htmlFor={`${id}-segment`}>{words.segment}</label>
        <select id={`${id}-segment`} value={segment.id} onChange={(event) => setChosen(Number(event.target.value))}>
          {underWay.map((it) => (
            <option key={it.id} value={it.id}>
              {nameOf(it, locale)}
            </option>
          ))}
        </select>
      </p>
      <p className={styles.field}>
        <label htmlFor={`${id}-byte`}>{words.byte(last)}</label>
        <input
          id={`${id}-byte`}
          name="byte"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          defaultValue="24"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-said` : undefined}
        />
        {isWrong && (
          <small id={`${id}-said`} data-fault>
            {words.noSuchByte(last)}
          </small>
        )}
      </p>
      <p className={styles.field}>
        <label htmlFor={`${id}-bit`}>{words.bit}</label>
        <select id={`${id}-bit`} name="bit">
          <option value="all">{words.allBits}</option>
          {[0, 1, 2, 3, 4, 5, 6, 7].map((bit) => (
            <option key={bit} value={bit}>
              {bit}
            </option>
          ))}
        </select>
      </p>
      <p className={styles.end}>
        <button type="submit" className={lab.button}>
          {words.title}
        </button>
      </p>
    </form>
  );
}
