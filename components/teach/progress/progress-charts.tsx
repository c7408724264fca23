import { type Bar, plusDays } from '@/lib/gradebook/class-progress';
import type { ClassProgress } from '@/lib/gradebook/submit-class-progress';
import { classProgressWords } from '@/lib/words/class-progress';
import { type Locale, languageTags } from '@/lib/words/locale';
import { BarChart } from './bar-chart';
import styles from './progress.module.css';

type Props = { progress: ClassProgress; locale: Locale };

/** How a class gets on over time. */
export function ProgressCharts({ progress, locale }: Props) {
  const words = classProgressWords[locale].charts;
  const date = new Intl.DateTimeFormat(languageTags[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayName = (day: string) => date.format(new Date(`${day}T00:00:00Z`));
  const number = new Intl.NumberFormat(languageTags[locale]);
  const format = (count: number) => number.format(count);
  const timeChart = (title: string, bars: readonly Bar[], by: 'day' | 'week') => {
    const most = bars.reduce((best, bar) => (bar.count > best.count ? bar : best), { from: '', count: 0 });
    const say = by === 'day' ? words.most : words.mostWeek;
    return (
      <BarChart
        title={title}
        said={most.count > 0 ? say(format(most.count), dayName(most.from)) : words.nothing}
        bars={bars.map(({ from, count }) => ({ key: from, name: dayName(from), count }))}
        marks={marksOf(bars, by).map(dayName)}
        table={words.table}
        heads={[by === 'day' ? words.day : words.week, words.count]}
        format={format}
      />
    );
  };
  const { course, spread } = progress;
  return (
    <section className={styles.charts} aria-label={words.title}>
      {timeChart(words.active, progress.active, 'day')}
      {timeChart(words.answers, progress.answers, 'day')}
      {timeChart(words.completed, progress.completed, 'week')}
      <BarChart
        title={words.spread}
        said={words.spreadSaid(course.middle, course.of)}
        bars={spread.map(({ kind, from, to, learners }, at) => ({
          key: String(at),
          name:
            kind === 'none'
              ? words.none
              : kind === 'all'
                ? words.allDone
                : words.part(Math.round(from * 100), Math.round(to * 100)),
          count: learners,
        }))}
        marks={[words.none, '50 %', words.allDone]}
        table={words.table}
        heads={[words.share, words.learners]}
        format={format}
      />
    </section>
  );
}

/** The first, the middle and the last. */
function marksOf(bars: readonly Bar[], by: 'day' | 'week'): string[] {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return [];
  const middle = plusDays(first.from, Math.floor((bars.length - 1) / 2) * (by === 'day' ? 1 : 7));
  return [...new Set([first.from, middle, last.from])];
}
