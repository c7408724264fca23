import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ToldMarking } from '@/components/gradebook/told-marking';
import { CorrectedGrade } from '@/components/progress/corrected-grade';
import styles from '@/components/progress/progress.module.css';
import { AnsweredItem } from '@/components/sitting/answered-item';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { mayView } from '@/lib/access/access';
import { readAttempt } from '@/lib/attempts/read-attempt';
import { stateOf } from '@/lib/attempts/sitting';
import { thisSession } from '@/lib/auth/this-request';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
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
  const { attempt, known, run, seen, feedback, corrections } = read;
  const isOpen = run !== null && stateOf(run.sitting, run.now) === 'open';
  const item = movedIds(await curriculum()).item(attempt.item);
  const date = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return (
    <SitePage locale={locale} path={`/attempts/${id}`} section="me">
      <PageFrame
        title={words.attempt}
        eyebrow={`${words.received(date.format(new Date(attempt.receivedAt)))} UTC${attempt.ordinal > 0 ? ` · ${words.try(attempt.ordinal)}` : ''}${words.help[attempt.help] ? ` · ${words.help[attempt.help]}` : ''}`}
      >
        <CorrectedGrade corrections={corrections} locale={locale} />
        {seen.score || isOpen ? (
          <AnsweredItem attempt={attempt} version={known} feedback={feedback} isTold={seen.score} locale={locale} />
        ) : (
          <Notice>{words.withheld}</Notice>
        )}
        {seen.score && (
          <ToldMarking
            learnerId={session.learnerId}
            attemptId={attempt.id}
            question={known.form.kind === 'question' ? known.form.question : undefined}
            locale={locale}
          />
        )}
        <p className={styles.row}>
          {attempt.sitting ? (
            <a className={button.button} href={`/${locale}/sittings/${attempt.sitting}`}>
              {words.backToSitting}
            </a>
          ) : item ? (
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
