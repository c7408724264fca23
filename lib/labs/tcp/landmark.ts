import type { TcpState } from './state';

/** How far the connection is, in one word. */
export type TcpLandmark =
  | 'nothing-yet'
  | 'listening'
  | 'opening'
  | 'half-open'
  | 'open'
  | 'half-closed'
  | 'closing'
  | 'time-wait'
  | 'refused'
  | 'reset'
  | 'gave-up'
  | 'closed';

export function landmark(state: TcpState): TcpLandmark {
  const ends = [state.client.state, state.server.state];
  const either = (...wanted: string[]) => ends.some((end) => wanted.includes(end));
  const both = (...wanted: string[]) => ends.every((end) => wanted.includes(end));
  if (both('CLOSED')) return closedHow(state);
  if (either('SYN-SENT', 'SYN-RECEIVED')) return 'opening';
  if (both('ESTABLISHED')) return 'open';
  if (either('TIME-WAIT')) return 'time-wait';
  if (either('CLOSING', 'LAST-ACK')) return 'closing';
  if (either('FIN-WAIT-2') && either('CLOSE-WAIT')) return 'half-closed';
  if (either('FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT')) return either('CLOSED', 'LISTEN') ? 'half-open' : 'closing';
  if (either('ESTABLISHED')) return 'half-open';
  return 'listening';
}

function closedHow(state: TcpState): TcpLandmark {
  if (state.log.length === 0) return 'nothing-yet';
  const notices = [...state.client.application.notices, ...state.server.application.notices];
  if (notices.includes('connection-refused')) return 'refused';
  if (notices.includes('gave-up')) return 'gave-up';
  if (notices.includes('connection-reset')) return 'reset';
  return 'closed';
}
