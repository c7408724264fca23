import { assertNever } from '@/lib/assert-never';
import { noBytes } from '../bytes';
import { appended } from './append';
import { failCall } from './call-error';
import { explain, type Moment } from './moment';
import { widestWindow } from './options-in-use';
import type { Side } from './setup';
import type { Endpoint } from './state';
import { sendAck } from './transmit';

/** RECEIVE (RFC 9293 §3.10.3): the application takes what has arrived in order, and the window may open. */
export function receiveCall(moment: Moment, side: Side, most?: number) {
  const endpoint = moment.state[side];
  switch (endpoint.state) {
    case 'CLOSED':
      return failCall(moment, side, 'receive', 'does-not-exist');
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
    case 'CLOSE-WAIT':
      if (endpoint.application.buffered.length === 0) return failCall(moment, side, 'receive', 'closing');
      break;
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
      if (endpoint.application.buffered.length === 0) return failCall(moment, side, 'receive', 'nothing-to-read');
      break;
    default:
      return assertNever(endpoint.state);
  }
  const bytes = Math.min(endpoint.application.buffered.length, most ?? Number.POSITIVE_INFINITY);
  read(moment, endpoint, bytes);
  const opened = openWindow(moment, endpoint);
  if (opened && mayStillReceive(endpoint)) sendAck(moment, endpoint);
  explain(moment, { code: 'read', side, bytes, wnd: endpoint.RCV.WND });
}

/** Hands the buffer to the application, or its first bytes. */
export function read(moment: Moment, endpoint: Endpoint, most = Number.POSITIVE_INFINITY) {
  const { application, side } = endpoint;
  if (application.buffered.length === 0) return;
  const bytes = most < application.buffered.length ? application.buffered.subarray(0, most) : application.buffered;
  moment.events.push({ kind: 'data-delivered', at: moment.state.now, side, bytes });
  application.received = appended(application.received, bytes);
  application.buffered = bytes === application.buffered ? noBytes : application.buffered.subarray(bytes.length);
}

/**
 * Receiver's silly window avoidance (RFC 9293 §3.8.6.2.2): the window opens by half the buffer or a segment, not by crumbs,
 * unless the setup allows silly windows.
 */
function openWindow(moment: Moment, endpoint: Endpoint): boolean {
  const { mss, sillyWindow } = moment.state.setup[endpoint.side];
  const window = widestWindow(moment, endpoint);
  const free = window - endpoint.application.buffered.length;
  if (free <= endpoint.RCV.WND) return false;
  if (sillyWindow !== 'allowed' && free - endpoint.RCV.WND < Math.min(window / 2, mss)) return false;
  endpoint.RCV.WND = free;
  return true;
}

function mayStillReceive(endpoint: Endpoint): boolean {
  return endpoint.state === 'ESTABLISHED' || endpoint.state === 'FIN-WAIT-1' || endpoint.state === 'FIN-WAIT-2';
}
