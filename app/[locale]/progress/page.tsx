import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AttemptsTable } from '@/components/progress/attempts-table';
import { PathProgress } from '@/components/progress/path-progress';
import styles from '@/components/progress/progress.module.css';
import { UnsentAnswers } from '@/components/quiz/unsent-answers';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { ToPaths } from '@/components/ui/to-paths';
import { thisSession } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { summarise } from '@/lib/progress/progress';
import { historyOf } from '@/lib/progress/submit-history';
import { knownOf } from '@/lib/progress/submit-progress';
import { attemptsWords } from '@/lib/words/attempts';
import { certificateWords } from '@/lib/words/certificate';
import { isLocale } from '@/lib/words/locale';
import { masteryWords } from '@/lib/words/mastery';
import { notesWords } from '@/lib/words/notes';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/progress', title: attemptsWords[locale].title });
}

export default async function ProgressPage({ params, searchParams }: Props) {
  const [{ locale }, { before }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const words = attemptsWords[locale];
  const session = await thisSession();
  const [taught, mine, history] = await Promise.all([
    curriculum(),
    session && knownOf(session.learnerId),
    session && historyOf(session.learnerId, [before].flat()[0]),
  ]);
  const lessons = mine ? summarise(taught, mine.known).lessons : {};
  const begun = taught.paths.filter((path) => path.lessons.some(({ id }) => lessons[id]));
  return (
    <SitePage locale={locale} path="/progress" section="me">
      <PageFrame title={words.title} lede={words.lede} width="wide">
        <UnsentAnswers locale={locale} />
        {!mine || begun.length === 0 ? (
          <Notice kind="empty">
            <p>{words.empty}</p>
            <ToPaths locale={locale} />
          </Notice>
        ) : (
          <>
            {begun.map((path) => (
              <PathProgress key={path.id} path={path} lessons={lessons} cards={mine.known.cards} locale={locale} />
            ))}
            <p>{masteryWords[locale].how}</p>
          </>
        )}
        {history && (history.attempts.length > 0 || !history.isFirst) && (
          <AttemptsTable curriculum={taught} page={history} locale={locale} />
        )}
        {session && (
          <section className={styles.mine} aria-labelledby="my-data">
            <h2 id="my-data">{words.mine}</h2>
            <p>{words.mineText}</p>
            <p className={styles.row}>
              <a className={button.button} href={`/${locale}/progress/export`} download>
                {words.export}
              </a>
              <a href={`/${locale}/notes`}>{notesWords[locale].title}</a>
              <a href={`/${locale}/certificates`}>{certificateWords[locale].mine}</a>
              <a href={`/${locale}/account`}>{words.remove}</a>
            </p>
          </section>
        )}
      </PageFrame>
    </SitePage>
  );
}
