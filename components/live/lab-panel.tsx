import { labIds, labTitle } from '@/components/labs/lab-title';
import button from '@/components/ui/button.module.css';
import { liveWords } from '@/lib/words/live';
import type { Locale } from '@/lib/words/locale';
import { LabLinkForm, type ShareLinkAction } from './lab-link-form';
import styles from './live.module.css';

type Props = { locale: Locale; classId: string; shareLink: ShareLinkAction };

/** Labs that can be stepped together: each from its beginning, or one that was set up before, by its link. */
export function LabPanel({ locale, classId, shareLink }: Props) {
  const words = liveWords[locale];
  return (
    <details className={styles.fold}>
      <summary>
        <h2>{words.labTitle}</h2>
      </summary>
      <p className={styles.quiet}>{words.labHint}</p>
      <ul className={styles.labs}>
        {labIds.map((id) => (
          <li key={id}>
            <a className={button.button} href={`/${locale}/teach/classes/${classId}/live/lab?lab=${id}`}>
              {labTitle(id, locale)}
            </a>
          </li>
        ))}
      </ul>
      <LabLinkForm locale={locale} classId={classId} action={shareLink} />
    </details>
  );
}
