'use client';

import { type ReactNode, useId } from 'react';
import field from '@/components/ui/field.module.css';
import { useWorkForm } from './work-form';
import styles from './work-form.module.css';

type TextProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  kind?: 'text' | 'number' | 'decimal' | 'moment' | 'lines' | 'file';
  value?: string | undefined;
  lang?: string | undefined;
  isShort?: boolean | undefined;
};

const inputs = {
  text: { type: 'text', autoComplete: 'off' },
  number: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
  decimal: { type: 'text', inputMode: 'decimal', autoComplete: 'off' },
  moment: { type: 'datetime-local', autoComplete: 'off' },
  file: { type: 'file', accept: '.gift,.txt,text/plain' },
} as const;

/** A labelled box that keeps what was typed, with its hint and what is wrong with it. */
export function TextField({ name, label, hint, kind = 'text', value, lang, isShort }: TextProps) {
  const id = useId();
  const { errors, values } = useWorkForm();
  const error = errors?.[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const given = {
    name,
    id,
    lang,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
  };
  const typed = values?.[name]?.[0] ?? value ?? '';
  return (
    <div className={`${field.field} ${styles.field} ${isShort ? styles.short : ''}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={field.hint}>
          {hint}
        </p>
      )}
      {kind === 'lines' ? (
        <textarea {...given} rows={3} defaultValue={typed} />
      ) : kind === 'file' ? (
        <input {...given} {...inputs.file} />
      ) : (
        <input {...given} {...inputs[kind]} defaultValue={typed} />
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

type TickProps = {
  name: string;
  value: string;
  kind?: 'checkbox' | 'radio';
  isTicked?: boolean | undefined;
  label?: string | undefined;
  children?: ReactNode;
};

/** A box to tick or one of several to choose; ticked again as it was sent. */
export function Tick({ name, value, kind = 'checkbox', isTicked, label, children }: TickProps) {
  const { values } = useWorkForm();
  const isOn = values ? (values[name] ?? []).includes(value) : isTicked;
  return (
    <label className={styles.tick}>
      <input type={kind} name={name} value={value} defaultChecked={isOn} aria-label={label} />
      <span>{children}</span>
    </label>
  );
}

type SelectProps = {
  name: string;
  label: string;
  groups: readonly { label: string; options: readonly { value: string; label: string }[] }[];
};

export function SelectField({ name, label, groups }: SelectProps) {
  const id = useId();
  const { errors, values } = useWorkForm();
  const error = errors?.[name];
  const chosen = values?.[name]?.[0] ?? '';
  return (
    <div className={`${field.field} ${styles.field}`}>
      <label htmlFor={id}>{label}</label>
      <select
        key={chosen}
        id={id}
        name={name}
        defaultValue={chosen}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        <option value="" />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** What is wrong with a part of the form that is no single box. */
export function PartError({ name }: { name: string }) {
  const error = useWorkForm().errors?.[name];
  return error ? (
    <p role="alert" className={field.error} data-answer tabIndex={-1}>
      {error}
    </p>
  ) : null;
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p id={id} className={field.error}>
      {error}
    </p>
  ) : null;
}
