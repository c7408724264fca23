import type { Moment } from './moment';
import { distance } from './sequence-number';
import type { Side } from './setup';

/** Keeps how much a side dares to have under way, if that is new. */
export function sampleCongestion(moment: Moment, side: Side): void {
  const { congestion, SND } = moment.state[side];
  if (!congestion) return;
  const { samples, now } = moment.state;
  const { cwnd, ssthresh } = congestion;
  const flight = distance(SND.UNA, SND.NXT);
  const last = samples.findLast((sample) => sample.side === side);
  if (last?.cwnd === cwnd && last.ssthresh === ssthresh && last.flight === flight) return;
  samples.push({ at: now, side, cwnd, ssthresh, flight });
}
