import button from '@/components/ui/button.module.css';
import type { AskedItem, SittingView } from '@/lib/attempts/read-sitting';
import type { Locale } from '@/lib/words/locale';
import { sittingWords } from '@/lib/words/sitting';
import { AnsweredItem } from './answered-item';
import { AskedItemForm } from './asked-item';
import { Clock } from './clock';
import { shownTime } from './shown-time';
import styles from './sitting.module.css';

type Props = { view: SittingView; locale: Locale; zone?: string | undefined };

/** A sitting that can be answered: what is left of it, its questions, and the step before handing in. */
export function OpenSitting({ view, locale, zone }: Props) {
  const { sitting, now, asked, answered, of } = view;
  const words = sittingWords[locale];
  const finish = `/${locale}/sittings/${sitting.id}?step=hand-in`;
  return (
    <>
      <div className={styles.bar}>
        <span>{words.answered(answered, of)}</span>
        {sitting.closesAt && (
          <>
            <span className={styles.quiet}>{words.closes(shownTime(sitting.closesAt, locale, zone))}</span>
            {isSoon(sitting.closesAt, now) && (
              <Clock
                sitting={sitting.id}
                now={now.toISOString()}
                closesAt={sitting.closesAt.toISOString()}
                locale={locale}
              />
            )}
          </>
        )}
        <a href={finish}>{words.handInStep}</a>
      </div>
      {asked?.map((one, at) => (
        <section key={one.frozen.item} className={styles.item} aria-labelledby={`item-${at + 1}`}>
          <h2 id={`item-${at + 1}`}>{words.questionOf(at + 1, of)}</h2>
          <OpenItem asked={one} view={view} locale={locale} zone={zone} />
        </section>
      ))}
      <p className={styles.row}>
        <a className={`${button.button} ${button.primary}`} href={finish}>
          {words.handInStep}
        </a>
      </p>
    </>
  );
}

type ItemProps = Props & { asked: AskedItem };

function OpenItem({ asked, view: { sitting, isTold }, locale, zone }: ItemProps) {
  const words = sittingWords[locale];
  const { attempt, version, feedback, triesLeft, frozen } = asked;
  const isRight = isTold && attempt?.earned === attempt?.possible;
  if (attempt && (triesLeft <= 0 || isRight))
    return (
      <div id={frozen.item.slice(frozen.item.lastIndexOf('/') + 1)}>
        <p className={styles.quiet}>
          {words.saved} {!isRight && isTold && words.noTries}
        </p>
        <AnsweredItem attempt={attempt} version={version} feedback={feedback} isTold={isTold} locale={locale} />
      </div>
    );
  return (
    <>
      {attempt && (
        <p className={styles.quiet}>
          {words.savedAt(shownTime(new Date(attempt.receivedAt), locale, zone))} {words.triesLeft(triesLeft)}
        </p>
      )}
      <AskedItemForm
        asked={asked}
        sitting={sitting.id}
        assignment={sitting.assignment}
        onlyOnce={triesLeft === 1}
        locale={locale}
      />
    </>
  );
}

/** A day or less: more minutes than that are told by the date. */
function isSoon(closesAt: Date, now: Date): boolean {
  return closesAt.getTime() - now.getTime() <= 86_400_000;
}
