import type { Moment } from './moment';
import type { Segment } from './segment';
import { plus } from './sequence-number';
import type { Endpoint } from './state';

/** RFC 9293 §3.7.1: a SYN without the MSS option means 536. */
const assumedMss = 536;

/** A SYN tells where the peer begins to count, its window, and the largest segment it takes. */
export function learnPeer(moment: Moment, endpoint: Endpoint, syn: Segment): void {
  endpoint.RCV.NXT = plus(syn.seq, 1);
  endpoint.IRS = syn.seq;
  endpoint.knowsPeer = true;
  endpoint.SND.WND = syn.wnd;
  endpoint.SND.WL1 = syn.seq;
  endpoint.SND.WL2 = syn.ack;
  endpoint.SND.MSS = Math.min(syn.mss ?? assumedMss, moment.state.setup[endpoint.side].mss);
}
