import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { queryOf, writeAfter } from '@/lib/people/page-address';
import type { SiteClass } from '@/lib/people/site-classes-store';
import { adminWords } from '@/lib/words/admin';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './admin.module.css';
import { NextPage } from './next-page';
import { ScrollRegion } from './scroll-region';

type Props = {
  locale: Locale;
  classes: readonly SiteClass[];
  hasMore: boolean;
  typed: string;
  isFirst: boolean;
  action: (form: FormData) => Promise<void>;
};

/** Every class of the site. */
export function ClassesTable({ locale, classes, hasMore, typed, isFirst, action }: Props) {
  const { classes: words, find } = adminWords[locale];
  const here = `/${locale}/admin/classes`;
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone: 'UTC' });
  const figure = new Intl.NumberFormat(languageTags[locale]);
  const last = classes.at(-1);
  return (
    <>
      <search>
        <form action={here} className={styles.filter}>
          <label className={styles.grow}>
            {words.search}
            <input type="search" name="q" defaultValue={typed} maxLength={200} spellCheck={false} />
          </label>
          <button type="submit" className={button.button}>
            {find}
          </button>
        </form>
      </search>
      {classes.length === 0 ? (
        <Notice kind="empty">
          <p>{words.none}</p>
        </Notice>
      ) : (
        <ScrollRegion label={words.table}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.name}>
                  {words.name}
                </th>
                <th scope="col">{words.instructors}</th>
                <th scope="col" className={styles.figure}>
                  {words.learners}
                </th>
                <th scope="col">{words.made}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {classes.map(({ id, name, instructors, learners, createdAt, archivedAt }) => {
                const doing = archivedAt ? words.restore : words.archive;
                return (
                  <tr key={id}>
                    <th scope="row" className={styles.name}>
                      <a href={`/${locale}/teach/classes/${id}`}>
                        <bdi>{name}</bdi>
                      </a>
                    </th>
                    <td className={styles.name}>
                      <bdi>{instructors.join(locale === 'zh' ? '、' : ', ')}</bdi>
                    </td>
                    <td className={styles.figure}>{figure.format(learners)}</td>
                    <td className={styles.when}>{day.format(createdAt)}</td>
                    <td>
                      <form action={action}>
                        <input type="hidden" name="locale" value={locale} />
                        <input type="hidden" name="class" value={id} />
                        <input type="hidden" name="q" value={typed} />
                        <input type="hidden" name="archived" value={archivedAt ? 'no' : 'yes'} />
                        {archivedAt && <span className={styles.small}>{words.archived}</span>}
                        <button type="submit" className={button.button} aria-label={words.of(doing, name)}>
                          {doing}
                        </button>
                      </form>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <NextPage
        locale={locale}
        label={words.table}
        first={isFirst ? null : `${here}${queryOf({ q: typed })}`}
        next={
          hasMore && last
            ? `${here}${queryOf({ q: typed, after: writeAfter({ at: last.createdAt, id: last.id }) })}`
            : null
        }
      />
    </>
  );
}
