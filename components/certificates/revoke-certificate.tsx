import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import type { FormAction } from '@/components/account/form-state';
import { certificateWords } from '@/lib/words/certificate';
import type { Locale } from '@/lib/words/locale';
import styles from './certificate.module.css';

type Props = { locale: Locale; id: string; isRevoked: boolean; revoke: FormAction };

/** What its holder can do with a certificate. */
export function RevokeCertificate({ locale, id, isRevoked, revoke }: Props) {
  const words = certificateWords[locale];
  return (
    <aside className={styles.own} data-screen-only>
      <a href={`/${locale}/certificates`}>{words.back}</a>
      {!isRevoked && (
        <details className={account.danger}>
          <summary>{words.revoke}</summary>
          <p className={account.note}>{words.revokeText}</p>
          <ActionForm
            action={revoke}
            hidden={{ locale, id }}
            fields={[]}
            submit={words.revoke}
            sending={words.revoking}
            tone="danger"
          />
        </details>
      )}
    </aside>
  );
}
