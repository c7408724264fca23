import { changeState, type Moment, notify } from './moment';
import { plus } from './sequence-number';
import type { Endpoint } from './state';
import { startTimer } from './timer';

/** Eighth check: a FIN whose turn has come (RFC 9293 §3.10.7.4). It takes a sequence number; the caller acknowledges it. */
export function checkFin(moment: Moment, endpoint: Endpoint): boolean {
  switch (endpoint.state) {
    case 'ESTABLISHED':
      changeState(moment, endpoint, 'CLOSE-WAIT');
      break;
    case 'FIN-WAIT-1':
      // Our own FIN is still on its way: had this segment acknowledged it, we would be in FIN-WAIT-2 by now.
      changeState(moment, endpoint, 'CLOSING');
      break;
    case 'FIN-WAIT-2':
      changeState(moment, endpoint, 'TIME-WAIT');
      startTimer(moment, endpoint, 'time-wait', 2 * moment.state.setup.times.msl);
      break;
    default:
      return false;
  }
  endpoint.RCV.NXT = plus(endpoint.RCV.NXT, 1);
  notify(moment, endpoint, 'connection-closing');
  return true;
}
