import { notFound } from 'next/navigation';
import { ClassTime } from '@/components/assignments/class-time';
import table from '@/components/assignments/work-table.module.css';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { ownQuestionsOf } from '@/lib/assignments/own-question-store';
import { isOwnKind } from '@/lib/assignments/question-rows';
import { asLabel } from '@/lib/assignments/work-tree';
import { thisClass } from '@/lib/classes/this-class';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale } from '@/lib/words/locale';
import styles from '../assignments.module.css';

type Props = { params: Promise<{ locale: string; id: string }> };

/** The questions that were written for the class. */
export default async function OwnQuestionsPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = '/assignments/questions';
  const seen = await thisClass(id, 'assign:work', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom } = seen;
  const own = await ownQuestionsOf(classroom.id);
  const words = assignmentsWords[locale].own;
  const home = `/${locale}/teach/classes/${classroom.id}${path}`;
  return (
    <ClassPage locale={locale} seen={seen} place="assignments" path={path} title={words.title} lede={words.lede}>
      {!classroom.archivedAt && (
        <p className={styles.row}>
          <a className={`${button.button} ${button.primary}`} href={`${home}/new`}>
            {words.write}
          </a>
          <a className={button.button} href={`${home}/bring`}>
            {words.bring}
          </a>
        </p>
      )}
      {own.length === 0 ? (
        <Notice kind="empty" title={words.empty}>
          <p>{words.emptyText}</p>
        </Notice>
      ) : (
        <table className={table.table}>
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.question}</th>
              <th scope="col">{words.columns.kind}</th>
              <th scope="col">{words.columns.changed}</th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ slug, question, changedAt, removedAt }) => (
              <tr key={slug} data-phase={removedAt ? 'withdrawn' : undefined}>
                <th scope="row">
                  <a href={`${home}/${slug}`}>{asLabel(question.prompt, locale)}</a>{' '}
                  {removedAt && <span className={table.phase}>{words.removed}</span>}
                </th>
                <td>{isOwnKind(question.kind) ? words.kinds[question.kind] : words.otherKind}</td>
                <td data-label={words.columns.changed}>
                  <ClassTime at={changedAt} zone={classroom.timeZone} locale={locale} isShort />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ClassPage>
  );
}
