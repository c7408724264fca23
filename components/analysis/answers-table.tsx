import { Verdict } from '@/components/progress/verdict';
import { answerText } from '@/lib/analysis/read-change';
import type { CommonAnswer } from '@/lib/analysis/said';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { SaidLines } from './said-text';
import { ScrollTable } from './scroll-table';

type Props = {
  answers: readonly CommonAnswer[];
  /** How many first answers were read, of how many. */
  read: number;
  all: number;
  correctAt?: string | undefined;
  locale: Locale;
};

const mostShown = 10;

/** Whole answers as they were given, the commonest first. */
export function AnswersTable({ answers, read, all, correctAt, locale }: Props) {
  const words = analysisWords[locale];
  const shown = answers.slice(0, mostShown);
  const rest = answers.length - shown.length;
  return (
    <>
      <p className={styles.quiet}>{words.typedLede(read, all)}</p>
      <ScrollTable label={words.typed}>
        <thead>
          <tr>
            <th scope="col">{words.said}</th>
            <th scope="col" className={styles.number}>
              {words.chosenBy}
            </th>
            <th scope="col">{words.outcome}</th>
            {correctAt && <th scope="col">{words.corrections}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ lines, response, isRight, learners }) => (
            <tr key={JSON.stringify([lines, isRight])}>
              <th scope="row">
                <SaidLines lines={lines} locale={locale} />
              </th>
              <td className={styles.number}>{learners}</td>
              <td>
                <Verdict earned={isRight ? 1 : 0} possible={1} locale={locale} />
              </td>
              {correctAt && (
                <td>
                  {!isRight && response !== null && typeof response === 'object' && (
                    <a href={`${correctAt}?kind=accept&answer=${answerText(response)}`}>{words.accept}</a>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {rest > 0 && <p className={styles.quiet}>{words.otherAnswers(rest)}</p>}
    </>
  );
}
