import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewView } from '@/components/review/review-view';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { thisSession } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { reviewRun } from '@/lib/review/review-run';
import { drawForReview, reviewOf } from '@/lib/review/submit-review';
import { isLocale } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import { keepZone, saveBudget } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/review', title: reviewWords[locale].title });
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const [asked, session] = await Promise.all([searchParams, thisSession()]);
  const words = reviewWords[locale];
  const run = reviewRun(asked);
  const review = session && (await reviewOf(session.learnerId, await curriculum(), { beyond: run.beyond }));
  const current = review && run.current(review);
  const draw = session && current && (await drawForReview(session.learnerId, current.item));
  const isDrill = run.deck === 'mistakes';
  return (
    <SitePage locale={locale} path="/review" section="review">
      <PageFrame title={isDrill ? words.drillTitle : words.title} lede={isDrill ? words.drillLede : words.lede}>
        <ReviewView
          locale={locale}
          run={run}
          review={review}
          current={current ?? undefined}
          draw={draw ?? undefined}
          saveBudget={saveBudget}
          keepZone={keepZone}
        />
      </PageFrame>
    </SitePage>
  );
}
