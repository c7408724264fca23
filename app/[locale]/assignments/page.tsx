import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CalendarPanel } from '@/components/assignments/calendar-panel';
import { DueList } from '@/components/assignments/due-list';
import { DecisionNotes } from '@/components/gradebook/decision-notes';
import { OpenRooms } from '@/components/live/open-rooms';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { findCalendar } from '@/lib/assignments/calendar-store';
import { type MyAssignments, myAssignments } from '@/lib/assignments/my-work';
import { thisSession } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale, type Locale } from '@/lib/words/locale';
import { calendarAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: '/assignments', title: assignmentsWords[locale].title }),
    robots: { index: false },
  };
}

/** What is due in all my classes. */
export default async function MyAssignmentsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  const words = assignmentsWords[locale];
  return (
    <SitePage locale={locale} path="/assignments" section="me">
      <PageFrame title={words.title} lede={words.mine.lede}>
        {session && !session.guest ? (
          <Mine learnerId={session.learnerId} locale={locale} />
        ) : (
          <Notice kind="empty">
            <p>{words.mine.signIn}</p>
            <a
              className={`${button.button} ${button.primary}`}
              href={`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/assignments`)}`}
            >
              {words.mine.toSignIn}
            </a>
          </Notice>
        )}
      </PageFrame>
    </SitePage>
  );
}

async function Mine({ learnerId, locale }: { learnerId: string; locale: Locale }) {
  const [mine, taught, calendar] = await Promise.all([myAssignments(learnerId), curriculum(), findCalendar(learnerId)]);
  const words = assignmentsWords[locale].mine;
  const parts = (['todo', 'done', 'past'] as const).filter((part) => mine[part].length > 0);
  const titles = { todo: words.due, done: words.done, past: words.past };
  return (
    <>
      <OpenRooms learnerId={learnerId} locale={locale} />
      {mine.todo.length === 0 && <Nothing mine={mine} locale={locale} />}
      {parts.map((part) => (
        <section key={part} aria-labelledby={part}>
          <h2 id={part}>{titles[part]}</h2>
          <DueList work={mine[part]} curriculum={taught} now={mine.now} locale={locale} />
        </section>
      ))}
      <DecisionNotes learnerId={learnerId} locale={locale} />
      {(mine.isMember || calendar) && <CalendarPanel calendar={calendar} locale={locale} action={calendarAction} />}
    </>
  );
}

function Nothing({ mine, locale }: { mine: MyAssignments; locale: Locale }) {
  const words = assignmentsWords[locale].mine;
  return (
    <Notice kind="empty" title={mine.isMember ? words.nothing : words.noClass}>
      <p>{mine.isMember ? words.nothingText : words.noClassText}</p>
    </Notice>
  );
}
