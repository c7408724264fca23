import type { ReactNode } from 'react';
import type { AnalysedItem } from '@/lib/analysis/analysed-item';
import { fewLearners } from '@/lib/analysis/item-statistics';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { asIndex, asShare, asTime } from './figure-format';
import { FigureValue } from './figure-value';
import { IntervalBar } from './interval-bar';

/** All figures of one question, with what each means. */
export function ItemFigures({ analysed, locale }: { analysed: AnalysedItem; locale: Locale }) {
  const words = analysisWords[locale];
  const { evidence, statistics, guess } = analysed;
  const value = { locale, withInterval: true, withReason: true };
  return (
    <dl className={styles.figures} data-few={statistics.n < fewLearners || undefined}>
      <Figure name={words.n} means={words.nMeans}>
        {statistics.n}
      </Figure>
      <Figure name={words.facility}>
        <FigureValue of={statistics.facility} write={asShare} {...value} />
        <IntervalBar of={statistics.facility} from={0} to={1} mark={guess.kind === 'value' ? guess.value : undefined} />
      </Figure>
      <Figure name={words.guess}>
        <FigureValue of={guess} write={asShare} {...value} />
      </Figure>
      <Figure name={words.deviation}>
        <FigureValue of={statistics.deviation} write={asIndex} {...value} />
      </Figure>
      <Figure name={words.discrimination} means={words.discriminationMeans}>
        <FigureValue of={statistics.itemRest} write={asIndex} {...value} />
        <IntervalBar of={statistics.itemRest} from={-1} to={1} mark={0} />
      </Figure>
      <Figure name={words.groups} means={words.groupsMeans}>
        <FigureValue of={statistics.upperLower} write={asIndex} {...value} />
      </Figure>
      <Figure name={words.efficiency} means={words.efficiencyMeans}>
        <FigureValue of={statistics.efficiency} write={asShare} {...value} />
      </Figure>
      <Figure name={words.time}>
        <FigureValue of={statistics.medianSeconds} write={asTime} {...value} />
      </Figure>
      <Figure name={words.hints} means={words.hintsMeans}>
        {evidence.hinted + evidence.gaveUp}
      </Figure>
      <Figure name={words.tries} {...(evidence.waiting > 0 ? { means: words.waiting(evidence.waiting) } : {})}>
        {evidence.tries}
      </Figure>
      <Figure name={words.best}>
        <FigureValue of={statistics.best} write={asShare} {...value} />
      </Figure>
    </dl>
  );
}

function Figure({ name, means, children }: { name: string; means?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {means && <small>{means}</small>}
      </dd>
    </div>
  );
}
