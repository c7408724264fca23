import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import type { Current, ReviewRun } from '@/lib/review/review-run';
import type { Review } from '@/lib/review/submit-review';
import { type Locale, languageTags } from '@/lib/words/locale';
import { reviewWords } from '@/lib/words/review';
import { BudgetForm } from './budget-form';
import { CatchingUp } from './catching-up';
import { DueCalendar } from './due-calendar';
import { Mistakes } from './mistakes';
import { NextStep } from './next-step';
import { QueueList } from './queue-list';
import { Retention } from './retention';
import styles from './review.module.css';
import { ReviewItem } from './review-item';
import { ZoneKeeper } from './zone-keeper';

type Props = {
  locale: Locale;
  run: ReviewRun;
  /** Null: nobody is known in this browser. */
  review: Review | null;
  current: Current | undefined;
  draw: { id: string; holes: Record<string, string> } | undefined;
  saveBudget: (form: FormData) => Promise<void>;
  keepZone: (zone: string) => Promise<void>;
};

export function ReviewView({ locale, run, review, current, draw, saveBudget, keepZone }: Props) {
  const words = reviewWords[locale];
  if (!review?.retention) {
    return (
      <Notice kind="empty" title={words.emptyTitle}>
        <p>{words.empty}</p>
        <p>
          <a href={`/${locale}#paths`}>{words.toLessons}</a>
        </p>
      </Notice>
    );
  }
  const isDrill = run.deck === 'mistakes';
  const page = `/${locale}/review`;
  return (
    <div className={styles.review}>
      <ZoneKeeper zone={review.zone} keep={keepZone} />
      {!isDrill && <Standing review={review} locale={locale} />}
      {current ? (
        <section aria-label={words.now} className={styles.now}>
          <ReviewItem item={current.item} round={current.round} locale={locale} draw={draw} />
          <NextStep
            key={current.item.id}
            item={current.item.id}
            next={{ href: run.href(page), label: current.left > 1 ? words.next : words.nextAfterAll }}
            notNow={current.left > 1 ? { href: run.href(page, current.item.id), label: words.notNow } : undefined}
            left={words.left(current.left)}
            waiting={words.waiting}
          />
        </section>
      ) : (
        <NothingNow review={review} isDrill={isDrill} locale={locale} />
      )}
      {isDrill ? (
        <p>
          <a href={page}>{words.backToReview}</a>
        </p>
      ) : (
        <>
          <QueueList queue={upNext(run, review)} locale={locale} />
          <CatchingUp plan={review.plan} budget={review.budget} locale={locale} />
          <DueCalendar today={review.today} counts={review.calendar} locale={locale} />
          <Retention retention={review.retention} locale={locale} />
          <Mistakes items={review.mistakes} locale={locale} />
          <BudgetForm budget={review.budget} locale={locale} action={saveBudget} />
        </>
      )}
    </div>
  );
}

function upNext(run: ReviewRun, review: Review) {
  return run
    .order(review)
    .slice(1)
    .flatMap((item) => review.queue.find((queued) => queued.item === item) ?? []);
}

/** Where today stands, in a line. */
function Standing({ review, locale }: { review: Review; locale: Locale }) {
  const words = reviewWords[locale];
  const { queue, spent, budget } = review;
  const minutes = queue.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <p className={styles.standing}>
      {queue.length > 0 && words.due(queue.length, minutes)}{' '}
      {spent.count > 0 && <span className={styles.quiet}>{words.spent(spent.count, spent.minutes, budget)}</span>}
    </p>
  );
}

function NothingNow({ review, isDrill, locale }: { review: Review; isDrill: boolean; locale: Locale }) {
  const words = reviewWords[locale];
  if (isDrill) return <Notice kind="empty">{words.drillDone}</Notice>;
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'full', timeZone: 'UTC' });
  const next = review.next && <p>{words.nextDue(date.format(review.next))}</p>;
  const title = review.spent.count > 0 ? words.doneTitle : words.nothingDue;
  return (
    <Notice kind="empty" title={title}>
      {review.rest > 0 ? (
        <>
          <p>{words.budgetUsed(review.rest)}</p>
          <p>
            <a className={button.button} href={`/${locale}/review?beyond`}>
              {words.goOn}
            </a>
          </p>
        </>
      ) : (
        next
      )}
    </Notice>
  );
}
