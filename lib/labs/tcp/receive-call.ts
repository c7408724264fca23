import { assertNever } from '@/lib/assert-never';
import { concatenated, noBytes } from '../bytes';
import { failCall } from './call-error';
import { explain, type Moment } from './moment';
import type { Side } from './setup';
import type { Endpoint } from './state';
import { sendAck } from './transmit';

/** RECEIVE (RFC 9293 §3.10.3): the application takes what has arrived in order, and the window may open. */
export function receiveCall(moment: Moment, side: Side) {
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
  const bytes = endpoint.application.buffered.length;
  read(moment, endpoint);
  const opened = openWindow(moment, endpoint);
  if (opened && mayStillReceive(endpoint)) sendAck(moment, endpoint);
  explain(moment, { code: 'read', side, bytes, wnd: endpoint.RCV.WND });
}

/** Hands the buffer to the application. */
export function read(moment: Moment, endpoint: Endpoint) {
  const { application, side } = endpoint;
  if (application.buffered.length === 0) return;
  moment.events.push({ kind: 'data-delivered', at: moment.state.now, side, bytes: application.buffered });
  application.received = concatenated(application.received, application.buffered);
  application.buffered = noBytes;
}

/** Receiver's silly window avoidance (RFC 9293 §3.8.6.2.2): the window opens by half the buffer or a segment, not by crumbs. */
function openWindow(moment: Moment, endpoint: Endpoint): boolean {
  const { window, mss } = moment.state.setup[endpoint.side];
  const free = window - endpoint.application.buffered.length;
  if (free - endpoint.RCV.WND < Math.min(window / 2, mss)) return false;
  endpoint.RCV.WND = free;
  return true;
}

function mayStillReceive(endpoint: Endpoint): boolean {
  return endpoint.state === 'ESTABLISHED' || endpoint.state === 'FIN-WAIT-1' || endpoint.state === 'FIN-WAIT-2';
}
