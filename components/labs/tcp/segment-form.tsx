'use client';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { TcpAction } from '@/lib/labs/tcp/action';
import { flags } from '@/lib/labs/tcp/segment';
import { sides } from '@/lib/labs/tcp/setup';
import type { TcpState } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import lab from '../lab.module.css';
import { type CheckedField, readSegmentForm } from './segment-fields';
import styles from './segment-form.module.css';

type Props = {
  locale: Locale;
  /** `forge`: under the peer's name, checksum right. `craft`: every field by hand. */
  kind: 'forge' | 'craft';
  state: TcpState;
  act: (action: TcpAction) => void;
};

/** A segment built by hand, field by field; what cannot be read is said beside its field. */
export function SegmentForm({ locale, kind, state, act }: Props) {
  const words = tcpViewWords[locale].build;
  const { sides: names } = tcpViewWords[locale];
  const [faults, setFaults] = useState<readonly CheckedField[]>([]);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const entries = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    const read = readSegmentForm(kind, Object.fromEntries(entries));
    setFaults(read.kind === 'faults' ? read.fields : []);
    if (read.kind === 'action') act(read.action);
    else form.querySelector<HTMLElement>(`[name="${read.fields[0]}"]`)?.focus();
  };
  const field = (name: CheckedField, hint?: string) => (
    <Field
      id={`${id}-${name}`}
      name={name}
      label={words.fields[name]}
      hint={hint}
      fault={faults.includes(name) ? words.faults[name] : undefined}
    />
  );
  const expected = sides
    .filter((side) => state[side].knowsPeer)
    .map((side) => words.expects(names[side], state[side].RCV.NXT))
    .join(' ');
  return (
    <form className={styles.form} onSubmit={submit} aria-label={words[kind]} noValidate>
      <Choice id={`${id}-to`} name="to" label={words.to}>
        <option value="server">{names.server}</option>
        <option value="client">{names.client}</option>
      </Choice>
      {kind === 'craft' && (
        <Choice id={`${id}-sender`} name="sender" label={words.sender}>
          <option value="peer">{words.asPeer}</option>
          <option value="stranger">{words.asStranger}</option>
        </Choice>
      )}
      <fieldset className={styles.flags}>
        <legend>{words.flags}</legend>
        {flags.map((flag) => (
          <label key={flag}>
            <input type="checkbox" name={flag} />
            {flag}
          </label>
        ))}
      </fieldset>
      {field('seq', expected)}
      {field('ack')}
      {kind === 'craft' && (
        <>
          {field('sourcePort')}
          {field('destinationPort')}
          {field('window')}
          {field('urgent')}
          {field('options', words.hexHint)}
          <Choice id={`${id}-as`} name="dataAs" label={words.dataAs}>
            <option value="text">{words.asText}</option>
            <option value="hex">{words.asHex}</option>
          </Choice>
        </>
      )}
      {field('text')}
      {kind === 'craft' && (
        <>
          <Choice id={`${id}-sum`} name="sum" label={words.sum}>
            <option value="right">{words.sumRight}</option>
            <option value="own">{words.sumOwn}</option>
          </Choice>
          {field('checksum')}
        </>
      )}
      <p className={styles.end}>
        <button type="submit" className={lab.button}>
          {words[kind]}
        </button>
        <span role="status">{faults.length > 0 ? words.notSent : ''}</span>
      </p>
    </form>
  );
}

type FieldProps = { id: string; name: string; label: string; hint: string | undefined; fault: string | undefined };

function Field({ id, name, label, hint, fault }: FieldProps) {
  const said = fault ?? hint;
  return (
    <p className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={said ? `${id}-said` : undefined}
      />
      {said && (
        <small id={`${id}-said`} data-fault={fault !== undefined || undefined}>
          {said}
        </small>
      )}
    </p>
  );
}

function Choice({ id, name, label, children }: { id: string; name: string; label: string; children: ReactNode }) {
  return (
    <p className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name}>
        {children}
      </select>
    </p>
  );
}
