import type { Estimate, Statistic } from '@/lib/analysis/statistic';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { intervalText, type Write, whyText } from './figure-format';

type Props = {
  of: Statistic | Estimate;
  write: Write;
  locale: Locale;
  /** Says the interval below the value. */
  withInterval?: boolean;
  /** Says why there is no value in full, not only to who asks. */
  withReason?: boolean;
};

/** A statistic: its value, or a dash with the reason why it has none. */
export function FigureValue({ of, write, locale, withInterval = false, withReason = false }: Props) {
  const words = analysisWords[locale];
  if (of.kind === 'undefined') {
    const why = whyText(of, locale) ?? '';
    return (
      <>
        <span title={words.notKnown(why)} aria-hidden={withReason ? undefined : true}>
          —
        </span>
        {withReason ? <small>{why}</small> : <span className="visually-hidden">{words.notKnown(why)}</span>}
      </>
    );
  }
  const interval = 'interval' in of && withInterval ? of.interval : undefined;
  return (
    <>
      {write.one(of.value, locale)}
      {interval && (
        <small className={styles.sub}>
          <span className="visually-hidden">{words.interval} </span>
          {intervalText(interval, write, locale)}
        </small>
      )}
    </>
  );
}
