import type { ReactNode } from 'react';
import styles from '@/components/account/account.module.css';
import type { FieldSpec } from '@/components/account/account-field';
import { ActionForm } from '@/components/account/action-form';
import { Elsewhere } from '@/components/account/elsewhere';
import type { FormAction } from '@/components/account/form-state';
import { SessionsList } from '@/components/account/sessions-list';
import { KeysSwitch } from '@/components/comfort/keys-switch';
import type { ExternalProvider } from '@/lib/auth/providers';
import type { SessionRow } from '@/lib/auth/session-store';
import { accountWords } from '@/lib/words/account';
import type { Locale } from '@/lib/words/locale';
import { shortcutWords } from '@/lib/words/shortcuts';

type Props = {
  locale: Locale;
  account: { name: string | null; login: string; email: string | null; hasPassword: boolean };
  sessions: readonly SessionRow[];
  here: string;
  providers: readonly ExternalProvider[];
  connected: readonly string[];
  actions: {
    nameAction: FormAction;
    emailAction: FormAction;
    passwordAction: FormAction;
    deleteAction: FormAction;
    signOutAction: FormAction;
    signOutEverywhereAction: FormAction;
    endSessionAction: (form: FormData) => Promise<void>;
  };
};

/** Everything a learner may change about their account, calmest things first. */
export function AccountSettings({ locale, account, sessions, here, providers, connected, actions }: Props) {
  const words = accountWords[locale];
  const own = words.account;
  const common = { hidden: { locale }, sending: words.sending };
  const show = { text: words.show, label: words.showPassword };
  // Who signs in elsewhere only has no password to be asked for.
  const current: FieldSpec[] = account.hasPassword
    ? [{ name: 'current', kind: 'current-password', label: own.current, show }]
    : [];
  const elsewhere = providers.find(({ id }) => account.login.startsWith(`${id}:`));
  return (
    <>
      <p className={styles.note}>{elsewhere ? own.signsInElsewhere(elsewhere.name) : own.signsInAs(account.login)}</p>
      <div className={styles.row}>
        <ActionForm {...common} action={actions.signOutAction} leaves fields={[]} submit={own.signOut} />
      </div>
      <Section title={own.nameTitle} isNarrow>
        <ActionForm
          {...common}
          action={actions.nameAction}
          fields={[{ name: 'name', kind: 'name', label: own.name, defaultValue: account.name ?? '' }]}
          submit={own.saveName}
        />
      </Section>
      <Section title={own.emailTitle} isNarrow>
        <ActionForm
          {...common}
          action={actions.emailAction}
          fields={[
            { name: 'email', kind: 'email', label: own.email, hint: own.emailHint, defaultValue: account.email ?? '' },
            ...current,
          ]}
          submit={own.saveEmail}
        />
      </Section>
      <Section title={own.passwordTitle} isNarrow>
        <ActionForm
          {...common}
          action={actions.passwordAction}
          fields={[
            ...current,
            { name: 'password', kind: 'new-password', label: own.newPassword, hint: words.signUp.passwordHint, show },
          ]}
          submit={own.savePassword}
        />
      </Section>
      {providers.length > 0 && (
        <Section title={own.elsewhereTitle} isNarrow>
          {providers
            .filter(({ id }) => connected.includes(id))
            .map(({ id, name }) => (
              <p key={id}>{own.connected(name)}</p>
            ))}
          <Elsewhere
            providers={providers.filter(({ id }) => !connected.includes(id))}
            callbackUrl={`/${locale}/account`}
            text={own.connect}
          />
        </Section>
      )}
      <Section title={own.sessionsTitle}>
        <SessionsList locale={locale} sessions={sessions} here={here} end={actions.endSessionAction} />
        <ActionForm {...common} action={actions.signOutEverywhereAction} leaves fields={[]} submit={own.signOutAll} />
      </Section>
      <Section title={shortcutWords[locale].setting} isNarrow>
        <KeysSwitch locale={locale} />
      </Section>
      <section className={`${styles.section} ${styles.narrow}`}>
        <details className={styles.danger}>
          <summary>{own.deleteTitle}</summary>
          <p className={styles.note}>{own.deleteText}</p>
          <ActionForm
            {...common}
            action={actions.deleteAction}
            leaves
            fields={current}
            submit={own.deleteSubmit}
            tone="danger"
          >
            <label className={styles.check}>
              <input type="checkbox" name="certificates" value="withdraw" />
              <span>{own.withdraw}</span>
              <small>{own.withdrawHint}</small>
            </label>
          </ActionForm>
        </details>
      </section>
    </>
  );
}

function Section({ title, isNarrow, children }: { title: string; isNarrow?: boolean; children: ReactNode }) {
  return (
    <section className={`${styles.section} ${isNarrow ? styles.narrow : ''}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
