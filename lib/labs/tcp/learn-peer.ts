import type { Moment } from './moment';
import { negotiate, widestWindow } from './options-in-use';
import type { SegmentFields } from './segment';
import { plus } from './sequence-number';
import type { Endpoint } from './state';

/** RFC 9293 §3.7.1: a SYN without the MSS option means 536. */
const assumedMss = 536;

/** A SYN tells where the peer begins to count, its window, the largest segment it takes, and what else it can do. */
export function learnPeer(moment: Moment, endpoint: Endpoint, syn: SegmentFields): void {
  endpoint.RCV.NXT = plus(syn.seq, 1);
  endpoint.IRS = syn.seq;
  endpoint.knowsPeer = true;
  endpoint.SND.WND = syn.wnd;
  endpoint.SND.WL1 = syn.seq;
  endpoint.SND.WL2 = syn.ack;
  endpoint.SND.MSS = Math.min(syn.mss ?? assumedMss, moment.state.setup[endpoint.side].mss);
  endpoint.mostWindow = syn.wnd;
  endpoint.negotiated = negotiate(moment, endpoint, syn);
  endpoint.RCV.WND = Math.min(widestWindow(moment, endpoint), moment.state.setup[endpoint.side].window);
  endpoint.clock = {
    ...endpoint.clock,
    recent: endpoint.negotiated.timestamps ? (syn.timestamps?.value ?? 0) : 0,
    recentAt: moment.state.now,
    lastAckSent: endpoint.RCV.NXT,
  };
}
