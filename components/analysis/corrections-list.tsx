import button from '@/components/ui/button.module.css';
import type { Adjustment } from '@/lib/analysis/adjustment';
import type { Item } from '@/lib/curriculum/lesson';
import { analysisWords } from '@/lib/words/analysis';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { SaidText } from './said-text';

type Props = {
  item: Item;
  made: readonly Adjustment[];
  /** Where a correction is looked at; undefined: not theirs to make. */
  correctAt?: string | undefined;
  timeZone: string;
  locale: Locale;
};

/** What the class has corrected about a question, and what it may. */
export function CorrectionsList({ item, made, correctAt, timeZone, locale }: Props) {
  const words = analysisWords[locale];
  const standing = made.filter(({ isUndone }) => !isUndone);
  const has = (kind: Adjustment['kind']) => standing.some((one) => one.kind === kind);
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <section className={styles.section} aria-labelledby="corrections">
      <h2 id="corrections">{words.corrections}</h2>
      <p className={styles.quiet}>{words.correctionsLede}</p>
      {made.length === 0 && <p>{words.noCorrections}</p>}
      {made.length > 0 && (
        <ul className={styles.says}>
          {made.map((one) => (
            <li key={one.number} data-undone={one.isUndone || undefined}>
              <strong>
                {words.made[one.kind]}
                {one.answer && (
                  <span className={styles.said}>
                    <SaidText item={item} response={one.answer} locale={locale} />
                  </span>
                )}
              </strong>
              <span className={styles.quiet}>
                {words.madeBy(one.madeBy ?? words.someone, date.format(one.madeAt))}
                {one.isUndone && ` · ${words.undone}`}
              </span>
              {!one.isUndone && correctAt && (
                <>
                  {' '}
                  <a href={`${correctAt}?kind=undo&number=${one.number}`}>{words.undo}</a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {correctAt && (
        <p className={styles.row}>
          {!has('full-credit') && (
            <a className={button.button} href={`${correctAt}?kind=full-credit`}>
              {words.fullCredit}
            </a>
          )}
          {!has('drop') && (
            <a className={button.button} href={`${correctAt}?kind=drop`}>
              {words.drop}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
