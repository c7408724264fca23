import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { percent } from './figure-format';
import { ScrollTable } from './scroll-table';

type Props = { counts: Readonly<Record<string, number>>; n: number; locale: Locale };

/** Mistaken ideas that led to first answers, the commonest first. */
export function MisconceptionsTable({ counts, n, locale }: Props) {
  const words = analysisWords[locale];
  const rows = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return (
    <ScrollTable label={words.misconceptions}>
      <thead>
        <tr>
          <th scope="col">{words.misconception}</th>
          <th scope="col" className={styles.number}>
            {words.chosenBy}
          </th>
          <th scope="col" className={styles.number}>
            {words.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, learners]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.number}>{learners}</td>
            <td className={styles.number}>{percent(learners / n, locale)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
