import styles from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import type { FormAction } from '@/components/account/form-state';
import button from '@/components/ui/button.module.css';
import { accountWords } from '@/lib/words/account';
import type { Locale } from '@/lib/words/locale';

type Props = { locale: Locale; answers: number; deleteAction: FormAction };

/** The account page of who has none: what is kept for this browser, and the two ways on. */
export function GuestAccount({ locale, answers, deleteAction }: Props) {
  const { guest, signIn, signUp, sending } = accountWords[locale];
  return (
    <>
      <p className={styles.note}>{answers > 0 ? guest.answers(answers) : guest.none}</p>
      <p className={styles.row}>
        <a className={`${button.button} ${button.primary}`} href={`/${locale}/sign-up`}>
          {signUp.title}
        </a>
        <a className={button.button} href={`/${locale}/sign-in`}>
          {signIn.title}
        </a>
      </p>
      <section className={styles.section}>
        <details className={styles.danger}>
          <summary>{guest.deleteTitle}</summary>
          <p className={styles.note}>{guest.deleteText}</p>
          <ActionForm
            action={deleteAction}
            hidden={{ locale }}
            fields={[{ name: 'confirm', kind: 'word', label: guest.deleteConfirm(guest.deleteWord) }]}
            submit={guest.deleteSubmit}
            sending={sending}
            tone="danger"
          />
        </details>
      </section>
    </>
  );
}
