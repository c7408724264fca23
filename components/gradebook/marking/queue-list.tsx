import { OptionText } from '@/components/quiz/prompt';
import { Notice } from '@/components/ui/notice';
import type { NamedQueue } from '@/lib/gradebook/submit-marking-queue';
import { type Locale, languageTags } from '@/lib/words/locale';
import { markingWords } from '@/lib/words/marking';
import learner from '../learner/learner.module.css';
import { type MarkingQuery, markingAddress } from './marking-address';

type Props = { queues: readonly NamedQueue[]; query: MarkingQuery; home: string; locale: Locale };

/** The questions that have answers to mark, and how many wait. */
export function QueueList({ queues, query, home, locale }: Props) {
  const words = markingWords[locale];
  const number = new Intl.NumberFormat(languageTags[locale]);
  if (queues.length === 0)
    return (
      <Notice kind="empty">
        <p>{words.nothing}</p>
      </Notice>
    );
  return (
    <table className={learner.table}>
      <thead>
        <tr>
          <th scope="col">{words.question}</th>
          <th scope="col">{words.waiting}</th>
          <th scope="col">{words.flagged}</th>
          <th scope="col">{words.marked}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ item, prompt, waiting, flagged, marked }) => (
          <tr key={item}>
            <th scope="row">
              <a href={`${home}${markingAddress({ ...query, item })}`}>
                <OptionText text={prompt} locale={locale} />
              </a>
            </th>
            {[
              [words.waiting, waiting],
              [words.flagged, flagged],
              [words.marked, marked],
            ].map(([name, count]) => (
              <td key={name} data-label={name}>
                {number.format(Number(count))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
