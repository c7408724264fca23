'use client';

import { useState } from 'react';
import styles from '@/components/account/account.module.css';
import { Field } from '@/components/ui/field';

export type FieldSpec = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'login' | 'name' | 'word' | 'email' | 'current-password' | 'new-password';
  readonly hint?: string;
  readonly defaultValue?: string | undefined;
  /** For passwords: the word on the button that shows it, and what it does. */
  readonly show?: { readonly text: string; readonly label: string };
};

// Password managers go by `autocomplete`; phones by the rest. Names are no prose: nothing corrects or capitalises them.
const kinds = {
  login: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, required: true },
  name: { autoComplete: 'nickname', spellCheck: false, required: true },
  word: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, required: true },
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
  'current-password': { autoComplete: 'current-password', required: true },
  'new-password': { autoComplete: 'new-password', required: true },
} as const;

export function AccountField({ kind, show, ...field }: FieldSpec & { error: string | undefined }) {
  const [isShown, setShown] = useState(false);
  if (!kind.endsWith('password')) return <Field {...field} {...kinds[kind]} />;
  return (
    <div className={styles.password}>
      <Field
        {...field}
        {...kinds[kind]}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
      />
      {show && (
        <button
          type="button"
          className={styles.show}
          aria-label={show.label}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {show.text}
        </button>
      )}
    </div>
  );
}
