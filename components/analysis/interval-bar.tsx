import type { Estimate } from '@/lib/analysis/statistic';
import styles from './analysis.module.css';

type Props = {
  of: Estimate;
  /** What the ends of the axis stand for. */
  from: number;
  to: number;
  /** A mark to compare with: what guessing earns, or no correlation. */
  mark?: number | undefined;
};

/** An estimate on its axis: how far its interval reaches, and where the value is. The figures beside it say the same. */
export function IntervalBar({ of, from, to, mark }: Props) {
  if (of.kind === 'undefined') return null;
  const place = (value: number) => ((value - from) / (to - from)) * 100;
  const interval = of.interval.kind === 'interval' ? of.interval : undefined;
  return (
    <svg className={styles.interval} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <line className={styles.axis} x1="0" x2="100" y1="6" y2="6" vectorEffect="non-scaling-stroke" />
      {interval && (
        <rect
          className={styles.span}
          x={place(interval.low)}
          width={Math.max(0.5, place(interval.high) - place(interval.low))}
          y="3"
          height="6"
        />
      )}
      {mark !== undefined && (
        <line
          className={styles.mark}
          x1={place(mark)}
          x2={place(mark)}
          y1="1"
          y2="11"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <rect className={styles.point} x={place(of.value) - 1} width="2" y="1" height="10" />
    </svg>
  );
}
