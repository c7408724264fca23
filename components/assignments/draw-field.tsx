'use client';

import { useId } from 'react';
import field from '@/components/ui/field.module.css';
import styles from './choice-tree.module.css';
import { useWorkForm } from './work-form';

/** How many of an objective are drawn. */
export function DrawField({ objective, text, from }: { objective: string; text: string; from: string }) {
  const id = useId();
  const { errors, values } = useWorkForm();
  const name = `draw:${objective}`;
  const error = errors?.[name];
  return (
    <div className={styles.draw}>
      <input
        id={id}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={values?.[name]?.[0] ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <label htmlFor={id}>
        {text} <small>{from}</small>
      </label>
      {error && (
        <p id={`${id}-error`} className={field.error}>
          {error}
        </p>
      )}
    </div>
  );
}
