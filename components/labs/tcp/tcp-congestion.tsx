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

type Line = 'cwnd' | 'flight' | 'ssthresh';
type Scale = (value: number) => number;
type Props = { id: string; locale: Locale; side: Side; samples: readonly CongestionSample[]; now: number };

function Plot({ id, locale, side, samples, now }: Props) {
  const words = tcpViewWords[locale];
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last) return null;
  const from = first.at;
  const span = Math.max(now - from, 1);
  const most = samples.reduce((top, { cwnd, flight }) => Math.max(top, cwnd, flight), 0);
  const x: Scale = (at) => frame.left + ((at - from) / span) * (frame.width - frame.left - frame.right);
  const y: Scale = (bytes) => frame.height - frame.bottom - (bytes / most) * (frame.height - frame.top - frame.bottom);
  const line = (of: Line) => stairs(samples, of, now, x, y);
  const thresholds = samples.filter(({ ssthresh }) => ssthresh <= most);
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

/** A value holds until the next one takes its place. Where it stays what it was, nothing is written. */
function stairs(samples: readonly CongestionSample[], of: Line, until: number, x: Scale, y: Scale): string {
  const drawn = samples.length > 2 * frame.width ? extremes(samples, of, x) : samples;
  let path = '';
  let last = '';
  for (const sample of drawn) {
    const up = y(sample[of]).toFixed(1);
    if (up === last) continue;
    path += path === '' ? `M ${x(sample.at).toFixed(1)} ${up}` : ` H ${x(sample.at).toFixed(1)} V ${up}`;
    last = up;
  }
  return `${path} H ${x(until).toFixed(1)}`;
}

/** Of the samples that fall on one unit of the drawing: the least, the most and the last. More cannot be seen. */
function extremes(samples: readonly CongestionSample[], of: Line, x: Scale): readonly CongestionSample[] {
  const kept: CongestionSample[] = [];
  let column = Number.NaN;
  let least: CongestionSample | undefined;
  let most: CongestionSample | undefined;
  let last: CongestionSample | undefined;
  const keep = () => {
    if (!least || !most || !last) return;
    kept.push(...(least.at <= most.at ? [least, most] : [most, least]), last);
  };
  for (const sample of samples) {
    if (Math.floor(x(sample.at)) !== column || !least || !most) {
      keep();
      column = Math.floor(x(sample.at));
      least = sample;
      most = sample;
    }
    if (sample[of] < least[of]) least = sample;
    if (sample[of] > most[of]) most = sample;
    last = sample;
  }
  keep();
  return kept;
}
