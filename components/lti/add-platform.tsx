'use client';

import { useActionState, useEffect, useRef } from 'react';
import account from '@/components/account/account.module.css';
import type { AdminAction, AdminState } from '@/components/admin/admin-form';
import button from '@/components/ui/button.module.css';
import { Field } from '@/components/ui/field';
import type { Locale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';
import styles from './lti.module.css';

type Tool = { readonly origin: string; readonly login: string; readonly launch: string; readonly keys: string };
type Props = { locale: Locale; tool: Tool; action: AdminAction };

const names = ['name', 'issuer', 'clientId', 'authUrl', 'tokenUrl', 'keysUrl', 'tokenAudience'] as const;
const examples: Partial<Record<(typeof names)[number], string>> = {
  issuer: 'https://lms.example.edu',
  authUrl: 'https://lms.example.edu/mod/lti/auth.php',
  tokenUrl: 'https://lms.example.edu/mod/lti/token.php',
  keysUrl: 'https://lms.example.edu/mod/lti/certs.php',
};

/** For a platform that cannot register itself: what it must be told, and what it tells. */
export function AddPlatform({ locale, tool, action }: Props) {
  const words = ltiWords[locale].admin;
  const [state, run, isSending] = useActionState<AdminState, FormData>(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.goTo) location.assign(state.goTo);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  const ours = [
    [words.tool.login, tool.login],
    [words.tool.launch, tool.launch],
    [words.tool.keys, tool.keys],
    [words.tool.target, `${tool.origin}/`],
  ];
  return (
    <>
      <h3 className={styles.small}>{words.ours}</h3>
      <dl className={styles.ours}>
        {ours.map(([label, address]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code>{address}</code>
            </dd>
          </div>
        ))}
      </dl>
      <form ref={form} action={run} className={account.form}>
        <input type="hidden" name="locale" value={locale} />
        {names.map((name) => (
          <Field
            key={name}
            name={name}
            label={words.fields[name]}
            defaultValue={state.values?.[name]}
            error={state.errors?.[name]}
            placeholder={examples[name]}
            required={name !== 'tokenAudience'}
            autoComplete="off"
            spellCheck={false}
          />
        ))}
        <label className={styles.area}>
          {words.fields.deployments}
          <textarea
            name="deployments"
            rows={2}
            defaultValue={state.values?.deployments}
            aria-invalid={state.errors?.deployments ? true : undefined}
            spellCheck={false}
          />
          {state.errors?.deployments && <span className={account.problem}>{state.errors.deployments}</span>}
        </label>
        <label className={account.check}>
          <input type="checkbox" name="any" value="yes" />
          <span>{words.any}</span>
          <small>{words.anyHint}</small>
        </label>
        <p className={account.actions}>
          <button type="submit" className={button.button} aria-disabled={isSending || undefined}>
            {isSending ? words.sending : words.add}
          </button>
        </p>
      </form>
    </>
  );
}
