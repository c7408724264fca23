import { failCall } from './call-error';
import { explain, type Moment } from './moment';
import type { Side } from './setup';

/** STATUS (RFC 9293 §3.10.6): what the TCB says. Nothing changes. */
export function statusCall(moment: Moment, side: Side) {
  const { state } = moment.state[side];
  if (state === 'CLOSED') return failCall(moment, side, 'status', 'does-not-exist');
  explain(moment, { code: 'status', side, state });
}
