import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/gradebook/marking/marking.module.css';
import { markingAddress, readMarkingQuery } from '@/components/gradebook/marking/marking-address';
import { MarkingDesk } from '@/components/gradebook/marking/marking-desk';
import { QueueList } from '@/components/gradebook/marking/queue-list';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { thisClass } from '@/lib/classes/this-class';
import { queueViews } from '@/lib/gradebook/marking';
import { openDesk } from '@/lib/gradebook/submit-marking-desk';
import { namedQueues } from '@/lib/gradebook/submit-marking-queue';
import { isLocale } from '@/lib/words/locale';
import { markingWords } from '@/lib/words/marking';
import * as actions from './actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: markingWords[locale].title, robots: { index: false } };
}

export default async function MarkingPage({ params, searchParams }: Props) {
  const [{ locale, id }, sent] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const query = readMarkingQuery(sent);
  const path = `/gradebook/marking${markingAddress(query)}`;
  const seen = await thisClass(id, 'mark:work', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom } = seen;
  const words = markingWords[locale];
  const book = `/${locale}/teach/classes/${classroom.id}/gradebook`;
  const home = `${book}/marking`;
  const desk = query.item ? await openDesk(seen, query, locale) : undefined;
  // Named, and none of this class's: like an answer that does not exist.
  if (query.answer && !desk) notFound();
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="gradebook"
      path={path}
      title={words.title}
      lede={query.item ? undefined : words.lede}
    >
      <p className={styles.bar}>
        <a href={query.item ? `${home}${markingAddress({ ...query, item: '', answer: '', done: '' })}` : book}>
          {query.item ? words.allQuestions : words.back}
        </a>
        {query.item && (
          <>
            <span className={styles.grow} />
            {queueViews.map((view) => (
              <a
                key={view}
                href={`${home}${markingAddress({ ...query, view, answer: '', done: '' })}`}
                aria-current={view === query.view ? 'true' : undefined}
              >
                {words.views[view]}
              </a>
            ))}
            <a href={`${home}${markingAddress({ ...query, hasNames: !query.hasNames, done: '' })}`}>
              {query.hasNames ? words.hideNames : words.showNames}
            </a>
          </>
        )}
      </p>
      {query.item && query.done && (
        <Notice>
          <p>
            {words.wasMarked}{' '}
            <a href={`${home}${markingAddress({ ...query, answer: query.done, done: '' })}`}>{words.lookAgain}</a>
          </p>
        </Notice>
      )}
      {!query.item && <QueueList queues={await namedQueues(classroom)} query={query} home={home} locale={locale} />}
      {query.item && !desk && (
        <Notice kind="empty">
          <p>{words.allDone}</p>
        </Notice>
      )}
      {desk && (
        <MarkingDesk
          desk={desk}
          query={query}
          home={home}
          classId={classroom.id}
          learnerHref={`${book}/${desk.answer.learnerId}`}
          actions={actions}
          isOpen={classroom.archivedAt === null}
          timeZone={classroom.timeZone}
          locale={locale}
        />
      )}
    </ClassPage>
  );
}
