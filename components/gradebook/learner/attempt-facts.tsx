import type { AttemptBook } from '@/lib/gradebook/submit-attempt-book';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { inLocale, type Locale, languageTags } from '@/lib/words/locale';
import styles from './learner.module.css';

type Props = { book: AttemptBook; timeZone: string; locale: Locale };

/** What is known about an attempt beside the answer itself. */
export function AttemptFacts({ book, timeZone, locale }: Props) {
  const words = gradebookLearnerWords[locale];
  const { attempt, assignment, seconds } = book;
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeStyle: 'medium', timeZone });
  const number = new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 2 });
  const points =
    attempt.earned === null
      ? words.notGraded
      : [
          words.pointsOf(number.format(attempt.earned), number.format(attempt.possible)),
          attempt.credit !== null && words.credited(number.format(attempt.credit * 100)),
        ]
          .filter(Boolean)
          .join(' · ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.points, points],
    [words.received, `${time.format(new Date(attempt.receivedAt))} (${timeZone})`],
    [words.assignments, assignment && inLocale(assignment, locale)],
    [words.try, attempt.ordinal > 0 ? String(attempt.ordinal) : undefined],
    [words.help, words.helps[attempt.help]],
    [words.time, seconds === null ? undefined : words.minutes(number.format(Math.round(seconds / 6) / 10))],
    [words.misconception, attempt.detail.misconception],
    [words.landmark, attempt.detail.landmark],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => value !== undefined && <FactLine key={name} name={name} value={value} />)}
    </dl>
  );
}

function FactLine({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
