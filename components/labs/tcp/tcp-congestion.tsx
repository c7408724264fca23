import type { Side } from '@/lib/labs/tcp/setup';
import { sides } from '@/lib/labs/tcp/setup';
import type { CongestionSample, TcpState } from '@/lib/labs/tcp/state';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import styles from './tcp-congestion.module.css';
import { timeOf } from './tcp-labels';

const frame = { width: 360, height: 150, left: 46, right: 8, top: 10, bottom: 24 };

/** The congestion window over time, for each side that has one, with ssthresh and what was under way. */
export function TcpCongestion({ id, locale, state }: { id: string; locale: Locale; state: TcpState }) {
  return sides.map((side) => {
    const samples = state.samples.filter((sample) => sample.side === side);
    return samples.length > 0 && <Plot key={side} {...{ id, locale, side, samples }} now={state.now} />;
  });
}

type Props = { id: string; locale: Locale; side: Side; samples: readonly CongestionSample[]; now: number };

function Plot({ id, locale, side, samples, now }: Props) {
  const words = tcpViewWords[locale];
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last) return null;
  const from = first.at;
  const span = Math.max(now - from, 1);
  const most = samples.reduce((top, { cwnd, flight }) => Math.max(top, cwnd, flight), 0);
  const x = (at: number) => frame.left + ((at - from) / span) * (frame.width - frame.left - frame.right);
  const y = (bytes: number) => frame.height - frame.bottom - (bytes / most) * (frame.height - frame.top - frame.bottom);
  const drawn = visible(samples, x);
  const line = (of: 'cwnd' | 'flight') => stairs(drawn, of, now, x, y);
  const thresholds = drawn.filter(({ ssthresh }) => ssthresh <= most);
  const highest = samples.reduce((top, { cwnd }) => Math.max(top, cwnd), 0);
  const said = words.congestionSaid(words.sides[side], first.cwnd, highest, last.cwnd, last.flight);
  return (
    <figure className={styles.plot} data-side={side}>
      <figcaption id={`${id}-cwnd-${side}`}>{words.congestion(words.sides[side])}</figcaption>
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={said}>
        <path className={styles.axis} d={`M ${frame.left} ${frame.top} V ${y(0)} H ${frame.width - frame.right}`} />
        <text x={frame.left - 4} y={y(most) + 4} textAnchor="end">
          {most.toLocaleString('en')}
        </text>
        <text x={frame.left - 4} y={y(0)} textAnchor="end">
          0
        </text>
        <text x={frame.left} y={frame.height - 8}>
          {timeOf(from)}
        </text>
        <text x={frame.width - frame.right} y={frame.height - 8} textAnchor="end">
          {timeOf(now)}
        </text>
        <path className={styles.flight} d={line('flight')} />
        {thresholds.length > 0 && <path className={styles.threshold} d={stairs(thresholds, 'ssthresh', now, x, y)} />}
        <path className={styles.window} d={line('cwnd')} />
      </svg>
      <ul className={styles.legend} aria-hidden="true">
        <li data-line="window">cwnd</li>
        <li data-line="threshold">ssthresh</li>
        <li data-line="flight">FlightSize</li>
      </ul>
    </figure>
  );
}

/** Of the samples that fall on one unit of the drawing: the first, the least, the most and the last. More cannot be seen. */
function visible(samples: readonly CongestionSample[], x: (at: number) => number): readonly CongestionSample[] {
  if (samples.length <= 2 * frame.width) return samples;
  const columns = new Map<number, CongestionSample[]>();
  for (const sample of samples) {
    const column = Math.floor(x(sample.at));
    const [first, least, most, last] = columns.get(column) ?? [];
    if (!first || !least || !most || !last) columns.set(column, [sample, sample, sample, sample]);
    else
      columns.set(column, [
        first,
        sample.cwnd < least.cwnd ? sample : least,
        sample.cwnd > most.cwnd ? sample : most,
        sample,
      ]);
  }
  return [...columns.values()].flatMap((column) => [...new Set(column)].sort((a, b) => a.at - b.at));
}

/** A value holds until the next one takes its place. */
function stairs(
  samples: readonly CongestionSample[],
  of: 'cwnd' | 'flight' | 'ssthresh',
  until: number,
  x: (at: number) => number,
  y: (bytes: number) => number,
): string {
  const steps = samples.map((sample, place) => {
    const across = x(sample.at).toFixed(1);
    const up = y(sample[of]).toFixed(1);
    return place === 0 ? `M ${across} ${up}` : `H ${across} V ${up}`;
  });
  return `${steps.join(' ')} H ${x(until).toFixed(1)}`;
}
