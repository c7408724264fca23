import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AttemptedTask } from '@/components/progress/attempted-task';
import styles from '@/components/progress/progress.module.css';
import { Verdict } from '@/components/progress/verdict';
import { AnsweredQuestion, saidBy } from '@/components/quiz/answered-question';
import { GivenNumbers } from '@/components/quiz/given-numbers';
import button from '@/components/ui/button.module.css';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { mayView } from '@/lib/access/access';
import { readAttempt } from '@/lib/attempts/read-attempt';
import { thisSession } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { toPublicTask } from '@/lib/labs/task';
import type { Kind } from '@/lib/quiz/public-kinds';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import type { QuestionOf } from '@/lib/quiz/question';
import { inLetters } from '@/lib/quiz/read-response';
import { storedResponse } from '@/lib/quiz/stored-response';
import { attemptsWords } from '@/lib/words/attempts';
import { isLocale, languageTags } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: `/attempts/${id}`, title: attemptsWords[locale].attempt }),
    robots: { index: false },
  };
}

export default async function AttemptPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (!session) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/attempts/${id}`)}`);
  const read = await readAttempt(session.learnerId, id);
  if (!read || !mayView(session, 'attempt', read.attempt)) notFound();
  const words = attemptsWords[locale];
  const { attempt, known, feedback } = read;
  const item = (await curriculum()).item(attempt.item);
  const date = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return (
    <SitePage locale={locale} path={`/attempts/${id}`} section="me">
      <PageFrame
        title={words.attempt}
        eyebrow={`${words.received(date.format(new Date(attempt.receivedAt)))} UTC${attempt.ordinal > 0 ? ` · ${words.try(attempt.ordinal)}` : ''}`}
      >
        <p>
          <Verdict earned={attempt.earned} possible={attempt.possible} locale={locale} />
        </p>
        {known.form.kind === 'question' ? (
          <GivenNumbers holes={known.holes} locale={locale}>
            <AnsweredQuestion
              question={toPublicQuestion(known.form.question)}
              said={said(known.form.question, attempt.response)}
              feedback={feedback}
              locale={locale}
            />
          </GivenNumbers>
        ) : (
          <AttemptedTask
            task={toPublicTask(known.form.task)}
            response={attempt.response}
            feedback={feedback}
            locale={locale}
          />
        )}
        <p className={styles.row}>
          {item ? (
            <a className={`${button.button} ${button.primary}`} href={`/${locale}/learn/${item.lesson}#${item.local}`}>
              {attempt.earned === attempt.possible ? words.backToLesson : words.tryAgain}
            </a>
          ) : (
            words.gone
          )}
        </p>
      </PageFrame>
    </SitePage>
  );
}

function said<K extends Kind>(question: QuestionOf<K>, response: object) {
  return saidBy(question.kind, inLetters(question, storedResponse(question.kind, response)));
}
