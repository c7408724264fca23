import { scaleBand, scaleLinear } from 'd3-scale';
import styles from './progress.module.css';

type ChartBar = { readonly key: string; readonly name: string; readonly count: number };

type Props = {
  title: string;
  /** The chart in a sentence. */
  said: string;
  bars: readonly ChartBar[];
  /** Shown below it: some of the bars' names, from the first to the last. */
  marks: readonly string[];
  table: string;
  heads: readonly [string, string];
  format: (count: number) => string;
};

const width = 600;
const height = 120;

/** Bars drawn on the server, and the same as a table for whoever wants the numbers. */
export function BarChart({ title, said, bars, marks, table, heads, format }: Props) {
  const most = Math.max(0, ...bars.map(({ count }) => count));
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, width],
  ).padding(bars.length > 60 ? 0.1 : 0.25);
  const y = scaleLinear([0, Math.max(1, most)], [height, 0]).nice(3);
  // Of learners and answers there are no halves.
  const ticks = y.ticks(3).filter(Number.isInteger);
  return (
    <figure className={styles.chart}>
      <figcaption>
        <span className={styles.chartTitle}>{title}</span>
        <span className={styles.said}>{said}</span>
      </figcaption>
      <div className={styles.plot} aria-hidden="true">
        <div className={styles.ticks}>
          {ticks.map((tick) => (
            <span key={tick} style={{ insetBlockStart: `${(y(tick) / height) * 100}%` }}>
              {format(tick)}
            </span>
          ))}
        </div>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" focusable="false">
          <title>{title}</title>
          {ticks.map((tick) => (
            <line key={tick} x1={0} x2={width} y1={y(tick)} y2={y(tick)} className={styles.rule} />
          ))}
          {bars.map(({ key, name, count }) => (
            <rect
              key={key}
              x={x(key)}
              y={y(count)}
              width={x.bandwidth()}
              height={height - y(count)}
              className={styles.bar}
            >
              <title>{`${name}: ${format(count)}`}</title>
            </rect>
          ))}
        </svg>
      </div>
      <p className={styles.marks} aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </p>
      <details>
        <summary>{table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{heads[0]}</th>
              <th scope="col">{heads[1]}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, name, count }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{format(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
