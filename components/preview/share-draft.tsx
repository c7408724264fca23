import account from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import type { FormAction } from '@/components/account/form-state';
import type { SharedLink } from '@/lib/preview/shared-links';
import { draftDays } from '@/lib/preview/submit-draft-link';
import { type Locale, languageTags } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import styles from './share-draft.module.css';

type Props = {
  lesson: string;
  locale: Locale;
  /** `https://learn.example.org` */
  origin: string;
  links: readonly SharedLink[];
  make: FormAction;
  end: FormAction;
};

/** Where an author shows a draft to somebody who has no account: the links that are open, and a form for another. */
export function ShareDraft({ lesson, locale, origin, links, make, end }: Props) {
  const words = previewWords[locale];
  return (
    <section className={styles.share} aria-labelledby="share">
      <h2 id="share">{words.share}</h2>
      <p className={account.note}>{words.shareLede}</p>
      <ActionForm action={make} hidden={{ locale, lesson }} fields={[]} submit={words.makeLink} sending={words.making}>
        <label className={styles.check}>
          <input type="checkbox" name="keys" value="yes" />
          <span>{words.shareKeys}</span>
        </label>
        <label className={styles.days}>
          <span>{words.shareDays}</span>
          <input
            type="number"
            name="days"
            inputMode="numeric"
            min={draftDays.least}
            max={draftDays.most}
            defaultValue={draftDays.usual}
            required
          />
        </label>
      </ActionForm>
      {links.length > 0 && (
        <>
          <h3 id="links">{words.links}</h3>
          <ul className={styles.links}>
            {links.map((link) => (
              <li key={link.token}>
                <p className={styles.address}>
                  <a href={`/${locale}/drafts/${link.token}`}>{`${origin}/${locale}/drafts/${link.token}`}</a>
                </p>
                <p className={account.note}>
                  {`${link.withKeys ? words.withKeys : words.asLearner} · ${words.linkBy(link.makerName || words.whoSomebody, untilText(link.expiresAt, locale))}`}
                </p>
                <ActionForm
                  action={end}
                  hidden={{ locale, lesson, token: link.token }}
                  fields={[]}
                  submit={words.endLink}
                  sending={words.ending}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A day and an hour that mean the same everywhere. */
export function untilText(date: Date, locale: Locale): string {
  const text = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(date);
  return `${text} UTC`;
}
