import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ClosedSitting } from '@/components/sitting/closed-sitting';
import { HandInStep } from '@/components/sitting/hand-in-step';
import { OpenSitting } from '@/components/sitting/open-sitting';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { findAssignmentHead } from '@/lib/attempts/assignment-store';
import { triesOf } from '@/lib/attempts/policy';
import { readSitting, type SittingView } from '@/lib/attempts/read-sitting';
import { thisSession } from '@/lib/auth/this-request';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { assignmentsWords } from '@/lib/words/assignments';
import { inLocale, isLocale, type Locale, type Localized } from '@/lib/words/locale';
import { sittingWords } from '@/lib/words/sitting';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<{ step?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: `/sittings/${id}`, title: sittingWords[locale].kinds.graded }),
    robots: { index: false },
  };
}

export default async function SittingPage({ params, searchParams }: Props) {
  const [{ locale, id }, { step }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (!session) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/sittings/${id}`)}`);
  const [view, taught] = await Promise.all([readSitting(session.learnerId, id), curriculum()]);
  if (!view) notFound();
  const { assignment } = view.sitting;
  const head = assignment === null ? undefined : await findAssignmentHead(assignment);
  const words = sittingWords[locale];
  const isOpen = view.state === 'open';
  const isFinishing = isOpen && step === 'hand-in';
  return (
    <SitePage locale={locale} path={`/sittings/${id}`} section="me">
      <PageFrame
        eyebrow={
          <>
            {assignment !== null && (
              <>
                <a href={`/${locale}/assignments`}>{assignmentsWords[locale].mine.backToAll}</a>
                {assignmentsWords[locale].dot}
              </>
            )}
            {words.kinds[view.sitting.kind]}
          </>
        }
        title={isFinishing ? words.handInTitle : titleOf(view, head?.title, taught, locale)}
        lede={isOpen && !isFinishing ? ledeOf(view, locale) : undefined}
      >
        {isFinishing ? (
          <HandInStep view={view} locale={locale} />
        ) : isOpen ? (
          <OpenSitting view={view} locale={locale} zone={head?.timeZone} />
        ) : (
          <ClosedSitting view={view} curriculum={taught} locale={locale} zone={head?.timeZone} />
        )}
      </PageFrame>
    </SitePage>
  );
}

/** A door is called like its lesson, a run of an assignment like the assignment; of one that was erased, as its kind. */
function titleOf(
  { sitting }: SittingView,
  assigned: Localized | undefined,
  taught: Curriculum,
  locale: Locale,
): string {
  if (assigned) return inLocale(assigned, locale);
  const lesson = sitting.lesson === null ? undefined : movedIds(taught).lesson(sitting.lesson);
  const titles = { en: lesson?.texts.en?.title, zh: lesson?.texts.zh?.title };
  const known = Object.fromEntries(Object.entries(titles).filter(([, title]) => title !== undefined));
  return lesson ? inLocale(known, locale) : sittingWords[locale].kinds[sitting.kind];
}

function ledeOf({ sitting: { policy } }: SittingView, locale: Locale): string {
  const words = sittingWords[locale];
  if (policy.kind === 'door') return [words.ledeDoor, words.kept].join(words.between);
  const hidden = policy.feedback === 'now' ? '' : policy.feedback === 'never' ? words.hiddenNever : words.hiddenLater;
  return [words.lede(triesOf(policy)), words.kept, hidden].filter(Boolean).join(words.between);
}
