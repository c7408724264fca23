import { OptionText } from '@/components/quiz/prompt';
import type { AnalysedItem } from '@/lib/analysis/analysed-item';
import { fewLearners } from '@/lib/analysis/item-statistics';
import type { Item } from '@/lib/curriculum/lesson';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { asIndex, asShare, asTime } from './figure-format';
import { FigureValue } from './figure-value';
import { FlagChips } from './flag-chips';
import { IntervalBar } from './interval-bar';
import { ScrollTable } from './scroll-table';

type Props = { items: readonly AnalysedItem[]; home: string; locale: Locale };

/** A lesson's questions and tasks, each with its figures. */
export function ItemsTable({ items, home, locale }: Props) {
  const words = analysisWords[locale];
  const columns = [
    [words.n, words.nMeans],
    [words.facility, words.facilityMeans],
    [words.discrimination, words.discriminationMeans],
    [words.groups, words.groupsMeans],
    [words.time, ''],
    [words.hints, words.hintsMeans],
    [words.firstBest, words.firstBestMeans],
    [words.flags, ''],
  ] as const;
  return (
    <ScrollTable label={words.items}>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          {columns.map(([name, means]) => (
            <th key={name} scope="col">
              {means ? <abbr title={means}>{name}</abbr> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((analysed) => (
          <ItemRow key={analysed.item.id} analysed={analysed} home={home} locale={locale} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function ItemRow({ analysed, home, locale }: { analysed: AnalysedItem; home: string; locale: Locale }) {
  const { item, evidence, statistics, guess, flags } = analysed;
  const helped = evidence.hinted + evidence.gaveUp;
  return (
    <tr data-few={statistics.n < fewLearners || undefined}>
      <th scope="row">
        <a href={`${home}/${item.id}`} className={styles.clip}>
          <ItemName item={item} locale={locale} />
        </a>
        <span className={styles.sub}>{kindOf(item, locale)}</span>
      </th>
      <td className={styles.number}>{statistics.n}</td>
      <td className={styles.estimate}>
        <FigureValue of={statistics.facility} write={asShare} locale={locale} withInterval />
        <IntervalBar of={statistics.facility} from={0} to={1} mark={guess.kind === 'value' ? guess.value : undefined} />
      </td>
      <td className={styles.estimate}>
        <FigureValue of={statistics.itemRest} write={asIndex} locale={locale} withInterval />
        <IntervalBar of={statistics.itemRest} from={-1} to={1} mark={0} />
      </td>
      <td className={styles.number}>
        <FigureValue of={statistics.upperLower} write={asIndex} locale={locale} />
      </td>
      <td className={styles.number}>
        <FigureValue of={statistics.medianSeconds} write={asTime} locale={locale} />
      </td>
      <td className={styles.number}>{helped}</td>
      <td className={styles.number}>
        <FigureValue of={statistics.facility} write={asShare} locale={locale} /> →{' '}
        <FigureValue of={statistics.best} write={asShare} locale={locale} />
      </td>
      <td>
        <FlagChips flags={flags} locale={locale} />
      </td>
    </tr>
  );
}

/** A question by its words, a task by its title. */
export function ItemName({ item, locale }: { item: Item; locale: Locale }) {
  return <OptionText text={item.kind === 'task' ? item.task.title : item.question.prompt} locale={locale} />;
}

function kindOf(item: Item, locale: Locale): string {
  const words = analysisWords[locale];
  if (item.kind === 'task') return `${words.task} · ${item.local}`;
  const use = item.question.use === 'assessed' ? ` · ${words.assessed}` : '';
  return `${words.question} · ${item.local}${use}`;
}
