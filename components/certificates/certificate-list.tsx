import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import type { FormAction } from '@/components/account/form-state';
import { Notice } from '@/components/ui/notice';
import { ToPaths } from '@/components/ui/to-paths';
import type { Earned } from '@/lib/certificates/submit-certificate';
import { certificateWords } from '@/lib/words/certificate';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import styles from './certificate.module.css';

type Props = { locale: Locale; earned: Earned; hasAccount: boolean; name: string; issue: FormAction };

export function CertificateList({ locale, earned: { issued, ready }, hasAccount, name, issue }: Props) {
  const words = certificateWords[locale];
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <>
      {!hasAccount && (
        <Notice>
          {words.account} <a href={`/${locale}/sign-up`}>{words.signUp}</a>
        </Notice>
      )}
      {hasAccount && issued.length === 0 && ready.length === 0 && (
        <Notice kind="empty">
          <p>{words.none}</p>
          <ToPaths locale={locale} />
        </Notice>
      )}
      {hasAccount &&
        ready.map((path) => (
          <section key={path.id} className={account.narrow} aria-label={inLocale(path.title, locale)}>
            <p>{words.ready(inLocale(path.title, locale))}</p>
            <ActionForm
              action={issue}
              hidden={{ locale, path: path.id }}
              fields={[{ name: 'name', kind: 'name', label: words.name, hint: words.nameHint, defaultValue: name }]}
              submit={words.issue}
              sending={words.issuing}
              tone="primary"
            />
          </section>
        ))}
      {issued.length > 0 && (
        <ul className={styles.issued}>
          {issued.map(({ id, title, issuedAt, revokedAt }) => (
            <li key={id}>
              <a href={`/${locale}/certificates/${id}`}>{inLocale(title, locale)}</a>
              <span>
                {day.format(issuedAt)} · {revokedAt ? words.revoked : words.valid}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
