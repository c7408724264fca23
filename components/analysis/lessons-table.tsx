import { type AnalysedItem, lessonAttention } from '@/lib/analysis/analysed-item';
import type { AnalysedLesson } from '@/lib/analysis/class-analysis';
import { fewLearners } from '@/lib/analysis/item-statistics';
import type { Lesson } from '@/lib/curriculum/lesson';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { FlagChips } from './flag-chips';
import { ScrollTable } from './scroll-table';

export type LessonOrder = 'attention' | 'content';

type Props = { lessons: readonly AnalysedLesson[]; order: LessonOrder; home: string; locale: Locale };

/** The lessons somebody has answered in, with what in them is worth a look. */
export function LessonsTable({ lessons, order, home, locale }: Props) {
  const words = analysisWords[locale];
  const shown = order === 'content' ? lessons : byAttention(lessons);
  return (
    <ScrollTable label={words.lesson}>
      <thead>
        <tr>
          <th scope="col">{words.lesson}</th>
          <th scope="col" className={styles.number}>
            {words.answered}
          </th>
          <th scope="col" className={styles.number}>
            {words.items}
          </th>
          <th scope="col">{words.look}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ lesson, learners, items }) => (
          <tr key={lesson.id}>
            <th scope="row">
              <a href={`${home}/${lesson.id}`}>{lessonTitle(lesson, locale)}</a>
            </th>
            <td className={styles.number}>{learners}</td>
            <td className={styles.number}>{items.length}</td>
            <td>
              <LookedAt items={items} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function LookedAt({ items, locale }: { items: readonly AnalysedItem[]; locale: Locale }) {
  const words = analysisWords[locale];
  const flags = items.flatMap((item) => item.flags);
  const isSaid = items.some(({ statistics }) => statistics.n >= fewLearners);
  if (flags.length > 0) return <FlagChips flags={flags} areSigns={!isSaid} locale={locale} />;
  return <span className={styles.quiet}>{isSaid ? words.nothingToLookAt : words.tooFewToSay}</span>;
}

function byAttention(lessons: readonly AnalysedLesson[]): AnalysedLesson[] {
  return [...lessons].sort(
    (one, other) => lessonAttention(other.items) - lessonAttention(one.items) || other.learners - one.learners,
  );
}

export function lessonTitle(lesson: Lesson, locale: Locale): string {
  return (lesson.texts[locale] ?? Object.values(lesson.texts)[0])?.title ?? lesson.slug;
}
