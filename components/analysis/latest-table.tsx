import { Verdict } from '@/components/progress/verdict';
import type { LatestAnswer } from '@/lib/analysis/item-answers-store';
import { displayName } from '@/lib/classes/display-name';
import type { Item } from '@/lib/curriculum/lesson';
import { analysisWords } from '@/lib/words/analysis';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { SaidText } from './said-text';
import { ScrollTable } from './scroll-table';

type Props = { item: Item; answers: readonly LatestAnswer[]; classHome: string; timeZone: string; locale: Locale };

/** The latest answers of the class, each a link to the attempt with its replay. */
export function LatestTable({ item, answers, classHome, timeZone, locale }: Props) {
  const words = analysisWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <ScrollTable label={words.latest}>
      <thead>
        <tr>
          <th scope="col">{words.said}</th>
          <th scope="col">{words.outcome}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">
            {words.when} ({timeZone})
          </th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <tr key={`${answer.learnerId} ${answer.id}`}>
            <th scope="row">
              <a href={`${classHome}/gradebook/${answer.learnerId}/attempts/${answer.id}`}>
                <SaidText item={item} response={answer.response} locale={locale} />
              </a>
            </th>
            <td>
              <Verdict
                earned={answer.earned}
                possible={answer.possible}
                isReceived={answer.isReceived}
                locale={locale}
              />
            </td>
            <td>
              <bdi>{displayName(answer, locale) || '—'}</bdi>
            </td>
            <td className={styles.number}>
              <time dateTime={answer.receivedAt.toISOString()}>{date.format(answer.receivedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
