import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AttemptList } from '@/components/gradebook/learner/attempt-list';
import { BookTable } from '@/components/gradebook/learner/book-table';
import { DecidePanel } from '@/components/gradebook/learner/decide-panel';
import { DecisionHistory } from '@/components/gradebook/learner/decision-history';
import styles from '@/components/gradebook/learner/learner.module.css';
import { LearnerComments } from '@/components/gradebook/learner/learner-comments';
import { LearnerObjectives } from '@/components/gradebook/learner/learner-objectives';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { mayInClass } from '@/lib/access/class-access';
import { displayName } from '@/lib/classes/display-name';
import { thisClass } from '@/lib/classes/this-class';
import { findBookLearner } from '@/lib/gradebook/book-learner-store';
import { learnerPage } from '@/lib/gradebook/submit-learner-page';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { inLocale, isLocale, languageTags } from '@/lib/words/locale';
import * as actions from '../actions';

type Props = {
  params: Promise<{ locale: string; id: string; learnerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: gradebookLearnerWords[locale].attempts, robots: { index: false } };
}

export default async function LearnerPage({ params, searchParams }: Props) {
  const [{ locale, id, learnerId }, sent] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const asked = { lesson: one(sent.lesson), before: one(sent.before), cell: one(sent.cell) };
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const path = `/gradebook/${learnerId}${query.size > 0 ? `?${query}` : ''}`;
  const seen = await thisClass(id, 'view:gradebook', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom, role, session } = seen;
  const home = `/${locale}/teach/classes/${classroom.id}/gradebook`;
  const learner = await findBookLearner(classroom.id, learnerId);
  if (!learner) notFound();
  const page = await learnerPage(classroom, learner, asked, locale);
  const words = gradebookLearnerWords[locale];
  const { timeZone } = classroom;
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone });
  const here = `${home}/${learner.learnerId}`;
  const lessonQuery = page.book.lesson ? `&lesson=${page.book.lesson.id}` : '';
  const isOpen = classroom.archivedAt === null;
  const mayDecide = isOpen && mayInClass(session, role && { role }, 'override:grade');
  const hidden = { locale, class: classroom.id, learner: learner.learnerId };
  const decideAt = mayDecide
    ? (key: string) => `${here}?cell=${encodeURIComponent(key)}${lessonQuery}#decide`
    : undefined;
  const lessonName = page.book.lesson && inLocale(page.lessonTitle, locale);
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="gradebook"
      path={path}
      title={displayName(learner, locale).trim() || words.noName}
      lede={
        <>
          {learner.group && <bdi>{learner.group} · </bdi>}
          {words.since(date.format(learner.enrolledAt))}
        </>
      }
    >
      {learner.leftAt && (
        <Notice>
          <p>{words.left(date.format(learner.leftAt))}</p>
        </Notice>
      )}
      <p>
        <a href={home}>{words.back}</a>
      </p>
      {decideAt && page.cell && (
        <DecidePanel
          cell={page.cell}
          names={page.names}
          action={actions.decideAction}
          hidden={hidden}
          cancel={here}
          classroom={classroom}
          locale={locale}
        />
      )}
      {page.book.items.length > 0 && lessonName && (
        <>
          <BookTable
            title={words.questions(lessonName)}
            rows={page.book.items}
            hrefOf={() => null}
            {...{ decideAt, timeZone, locale }}
          />
          <p className={styles.quiet}>
            <a href={here}>{words.allLessons}</a>
          </p>
        </>
      )}
      {page.book.items.length === 0 && page.book.assignments.length > 0 && (
        <BookTable
          title={words.assignments}
          rows={page.book.assignments}
          hrefOf={({ named: { column } }) =>
            column.kind === 'assignment'
              ? `/${locale}/teach/classes/${classroom.id}/assignments/${column.assignment}`
              : null
          }
          {...{ decideAt, timeZone, locale }}
        />
      )}
      {page.book.items.length === 0 && page.book.lessons.length > 0 && (
        <BookTable
          title={words.lessons}
          rows={page.book.lessons}
          hrefOf={({ named: { column } }) => (column.kind === 'lesson' ? `${here}?lesson=${column.lesson}` : null)}
          {...{ decideAt, timeZone, locale }}
        />
      )}
      {page.book.lesson && page.cards && (
        <LearnerObjectives lesson={page.book.lesson} cards={page.cards} locale={locale} />
      )}
      <LearnerComments
        comments={page.comments}
        names={page.names}
        titleOf={page.titleOf}
        here={here}
        actions={actions}
        hidden={{ ...hidden, ...(page.cell && { column: page.cell.key }) }}
        mayWrite={isOpen}
        mayRemoveAll={mayDecide}
        me={session.learnerId}
        timeZone={timeZone}
        locale={locale}
      />
      <DecisionHistory
        entries={page.decisions}
        titleOf={page.titleOf}
        names={page.names}
        timeZone={timeZone}
        locale={locale}
      />
      <AttemptList
        page={page}
        title={lessonName ? words.attemptsIn(lessonName) : words.attempts}
        here={here}
        lesson={page.book.lesson?.id}
        timeZone={timeZone}
        locale={locale}
      />
    </ClassPage>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  const text = [value].flat()[0];
  return text === undefined || text === '' || text.length > 300 ? undefined : text;
}
