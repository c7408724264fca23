import { Notice } from '@/components/ui/notice';
import type { SittingView } from '@/lib/attempts/read-sitting';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { type Locale, languageTags } from '@/lib/words/locale';
import { sittingWords } from '@/lib/words/sitting';
import { AnsweredItem } from './answered-item';
import { DoorResult } from './door-result';
import { shownTime } from './shown-time';
import styles from './sitting.module.css';

type Props = { view: SittingView; curriculum: Curriculum; locale: Locale; zone?: string | undefined };

/** A sitting that is over: how it ended, and as much of what came of it as its policy tells by now. */
export function ClosedSitting({ view, curriculum, locale, zone }: Props) {
  const { sitting, state, isTold, asked, score, answered, of } = view;
  const words = sittingWords[locale];
  const lesson = sitting.lesson === null ? undefined : movedIds(curriculum).lesson(sitting.lesson);
  const ended = sitting.handedInAt ?? sitting.closesAt;
  const { policy } = sitting;
  return (
    <>
      {ended && (
        <p className={styles.quiet}>
          {state === 'handed-in'
            ? words.handedIn(shownTime(ended, locale, zone))
            : words.closedAt(shownTime(ended, locale, zone))}{' '}
          {words.answered(answered, of)}
        </p>
      )}
      {lesson && <DoorResult lesson={lesson} asked={asked ?? []} locale={locale} />}
      {!isTold && policy.kind !== 'door' && (
        <Notice>{policy.feedback === 'never' ? words.hiddenNever : words.hiddenLater}</Notice>
      )}
      {isTold && policy.kind !== 'door' && (
        <p>
          <strong>
            {score ? words.score(points(score.credited, locale), points(score.possible, locale)) : words.waiting}
          </strong>
        </p>
      )}
      {isTold &&
        asked?.map((one, at) => (
          <section key={one.frozen.item} className={styles.item} aria-labelledby={`item-${at + 1}`}>
            <h2 id={`item-${at + 1}`}>{words.questionOf(at + 1, of)}</h2>
            {one.attempt ? (
              <AnsweredItem
                attempt={one.attempt}
                version={one.version}
                feedback={one.feedback}
                isTold={isTold}
                locale={locale}
              />
            ) : (
              <p className={styles.quiet}>{words.noAnswer}</p>
            )}
          </section>
        ))}
    </>
  );
}

function points(count: number, locale: Locale): string {
  return new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 2 }).format(count);
}
