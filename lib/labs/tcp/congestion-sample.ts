import type { Moment } from './moment';
import { distance } from './sequence-number';
import type { Endpoint } from './state';

/** Keeps how much a side dares to have under way, if that is new. */
export function sampleCongestion(moment: Moment, endpoint: Endpoint): void {
  const { congestion, SND, sampled, side } = endpoint;
  if (!congestion) return;
  const { cwnd, ssthresh } = congestion;
  const flight = distance(SND.UNA, SND.NXT);
  if (sampled?.cwnd === cwnd && sampled.ssthresh === ssthresh && sampled.flight === flight) return;
  endpoint.sampled = { at: moment.state.now, side, cwnd, ssthresh, flight };
  moment.state.sampleLog.push(endpoint.sampled);
}
