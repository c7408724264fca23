import { OptionText } from '@/components/quiz/prompt';
import type { ChoiceRow } from '@/lib/analysis/choice-rows';
import { fewLearners } from '@/lib/analysis/item-statistics';
import { answerText } from '@/lib/analysis/read-change';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { percent } from './figure-format';
import { ScrollTable } from './scroll-table';

type Props = {
  rows: readonly ChoiceRow[];
  isSeveral: boolean;
  /** Where a correction is looked at; undefined: not theirs to make, or one option is no whole answer. */
  correctAt?: string | undefined;
  locale: Locale;
};

/** What there was to choose: how many chose it, and how well they do on the rest. */
export function ChoicesTable({ rows, isSeveral, correctAt, locale }: Props) {
  const words = analysisWords[locale];
  return (
    <>
      <ScrollTable label={words.choices}>
        <thead>
          <tr>
            <th scope="col">{words.choice}</th>
            <th scope="col" className={styles.number}>
              {words.chosenBy}
            </th>
            <th scope="col">{words.share}</th>
            <th scope="col" className={styles.number}>
              <abbr title={words.abilityMeans}>{words.ability}</abbr>
            </th>
            {correctAt && <th scope="col">{words.corrections}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.choice} data-key={row.isRight || undefined} data-few={row.learners < fewLearners || undefined}>
              <th scope="row">
                {row.text ? <OptionText text={row.text} locale={locale} /> : words.noLonger(row.choice)}
                {row.isRight && <strong className={styles.key}> ✓ {words.right}</strong>}
              </th>
              <td className={styles.number}>{row.learners}</td>
              <td className={styles.number}>
                {percent(row.share, locale)}
                <span className={styles.share} aria-hidden="true">
                  <span style={{ inlineSize: `${Math.round(row.share * 100)}%` }} />
                </span>
              </td>
              <td className={styles.number}>{row.ability === undefined ? '—' : percent(row.ability, locale)}</td>
              {correctAt && (
                <td>
                  {!row.isRight && (
                    <a href={`${correctAt}?kind=accept&answer=${answerText({ choice: row.choice })}`}>{words.accept}</a>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {isSeveral && <p className={styles.quiet}>{words.several}</p>}
    </>
  );
}
