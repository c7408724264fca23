import { explain, type Moment } from './moment';
import type { Side } from './setup';
import type { Call, CallError } from './why';

/** A call that the RFC answers with an error: nothing changes, and the reason is told. */
export function failCall(moment: Moment, side: Side, call: Call, error: CallError): void {
  explain(moment, { code: 'call-failed', side, call, error });
}
