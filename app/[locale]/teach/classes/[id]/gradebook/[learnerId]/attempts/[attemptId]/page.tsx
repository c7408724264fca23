import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AttemptFacts } from '@/components/gradebook/learner/attempt-facts';
import { AttemptKey } from '@/components/gradebook/learner/attempt-key';
import { GradeHistory } from '@/components/gradebook/learner/grade-history';
import { LearnerComments } from '@/components/gradebook/learner/learner-comments';
import { AnsweredItem } from '@/components/sitting/answered-item';
import { ClassPage } from '@/components/teach/class-page';
import { mayInClass } from '@/lib/access/class-access';
import { displayName } from '@/lib/classes/display-name';
import { thisClass } from '@/lib/classes/this-class';
import { findBookLearner } from '@/lib/gradebook/book-learner-store';
import { attemptBook } from '@/lib/gradebook/submit-attempt-book';
import { plainText } from '@/lib/quiz/plain-text';
import { richText } from '@/lib/quiz/rich-text';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { inLocale, isLocale } from '@/lib/words/locale';
import * as actions from '../../../actions';

type Props = { params: Promise<{ locale: string; id: string; learnerId: string; attemptId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: gradebookLearnerWords[locale].attempt, robots: { index: false } };
}

export default async function StaffAttemptPage({ params }: Props) {
  const { locale, id, learnerId, attemptId } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/gradebook/${learnerId}/attempts/${attemptId}`;
  const seen = await thisClass(id, 'view:gradebook', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom, role, session } = seen;
  const learner = await findBookLearner(classroom.id, learnerId);
  const book = learner && (await attemptBook(classroom, learner, attemptId));
  if (!learner || !book) notFound();
  const words = gradebookLearnerWords[locale];
  const home = `/${locale}/teach/classes/${classroom.id}/gradebook`;
  const here = `${home}/${learner.learnerId}`;
  const name = displayName(learner, locale).trim() || words.noName;
  const { attempt, known } = book;
  const isOpen = classroom.archivedAt === null;
  const isMarked =
    known?.form.kind === 'question' &&
    known.form.question.kind === 'written' &&
    known.form.question.marked === 'person';
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="gradebook"
      path={path}
      title={plainText(richText(inLocale(book.title, locale)))}
      lede={<a href={here}>{words.ofLearner(name)}</a>}
    >
      <AttemptFacts book={book} timeZone={classroom.timeZone} locale={locale} />
      {isMarked && (
        <p>
          <a href={`${home}/marking?item=${encodeURIComponent(attempt.item)}&answer=${attempt.id}`}>{words.mark}</a>
        </p>
      )}
      {known?.form.kind === 'task' && <p>{words.replayLede}</p>}
      {known && (
        <AnsweredItem attempt={attempt} version={known} feedback={book.feedback} isTold isOwn={false} locale={locale} />
      )}
      {known?.form.kind === 'question' && <AttemptKey question={known.form.question} locale={locale} />}
      <GradeHistory book={book} timeZone={classroom.timeZone} locale={locale} />
      <LearnerComments
        comments={book.comments}
        names={book.names}
        titleOf={(column) => column}
        here={here}
        actions={actions}
        hidden={{ locale, class: classroom.id, learner: learner.learnerId, attempt: attempt.id }}
        mayWrite={isOpen}
        mayRemoveAll={isOpen && mayInClass(session, role && { role }, 'override:grade')}
        me={session.learnerId}
        timeZone={classroom.timeZone}
        locale={locale}
      />
    </ClassPage>
  );
}
