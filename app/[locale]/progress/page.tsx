import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AttemptsTable } from '@/components/progress/attempts-table';
import { LessonsDone } from '@/components/progress/lessons-done';
import styles from '@/components/progress/progress.module.css';
import { UnsentAnswers } from '@/components/quiz/unsent-answers';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { latestAttempts } from '@/lib/attempts/history-store';
import { thisSession } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { progressOf } from '@/lib/progress/submit-progress';
import { attemptsWords } from '@/lib/words/attempts';
import { isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

const mostShown = 100;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/progress', title: attemptsWords[locale].title });
}

export default async function ProgressPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = attemptsWords[locale];
  const session = await thisSession();
  const [taught, progress, attempts] = await Promise.all([
    curriculum(),
    session && progressOf(session.learnerId),
    session ? latestAttempts(session.learnerId, mostShown) : [],
  ]);
  return (
    <SitePage locale={locale} path="/progress" section="me">
      <PageFrame title={words.title} lede={words.lede} width="wide">
        <UnsentAnswers locale={locale} />
        {!progress || Object.keys(progress.lessons).length === 0 ? (
          <Notice kind="empty">{words.empty}</Notice>
        ) : (
          <LessonsDone curriculum={taught} progress={progress} locale={locale} />
        )}
        {attempts.length > 0 && <AttemptsTable curriculum={taught} attempts={attempts} locale={locale} />}
        {session && (
          <section aria-labelledby="my-data">
            <h2 id="my-data">{words.mine}</h2>
            <p>{words.mineText}</p>
            <p className={styles.row}>
              <a className={button.button} href={`/${locale}/progress/export`} download>
                {words.export}
              </a>
              <a href={`/${locale}/account`}>{words.remove}</a>
            </p>
          </section>
        )}
      </PageFrame>
    </SitePage>
  );
}
