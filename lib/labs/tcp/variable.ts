import { flightSize } from './congestion';
import type { Endpoint } from './state';

/** The variables of a connection that the lab shows, in the order of RFC 9293 §3.3.1; then, where the setup has them, those of RFC 7323 and RFC 5681. */
export const variableNames = [
  'SND.UNA',
  'SND.NXT',
  'SND.WND',
  'SND.WL1',
  'SND.WL2',
  'ISS',
  'RCV.NXT',
  'RCV.WND',
  'IRS',
  'Snd.Wind.Shift',
  'Rcv.Wind.Shift',
  'TS.Recent',
  'Last.ACK.sent',
  'cwnd',
  'ssthresh',
  'FlightSize',
] as const;
export type VariableName = (typeof variableNames)[number];

/** A value, or null where the variable means nothing yet (no TCB; nothing heard from the other side). */
export type VariableValue = number | null;

export function variable(endpoint: Endpoint, name: VariableName): VariableValue {
  if (endpoint.state === 'CLOSED') return null;
  if (endpoint.state === 'LISTEN') return name === 'RCV.WND' ? endpoint.RCV.WND : null;
  switch (name) {
    case 'SND.UNA':
      return endpoint.SND.UNA;
    case 'SND.NXT':
      return endpoint.SND.NXT;
    case 'ISS':
      return endpoint.ISS;
    case 'RCV.WND':
      return endpoint.RCV.WND;
    case 'SND.WND':
      return endpoint.knowsPeer ? endpoint.SND.WND : null;
    case 'SND.WL1':
      return endpoint.knowsPeer ? endpoint.SND.WL1 : null;
    case 'SND.WL2':
      return endpoint.knowsPeer ? endpoint.SND.WL2 : null;
    case 'RCV.NXT':
      return endpoint.knowsPeer ? endpoint.RCV.NXT : null;
    case 'IRS':
      return endpoint.knowsPeer ? endpoint.IRS : null;
    case 'Snd.Wind.Shift':
      return endpoint.negotiated.scale?.snd ?? null;
    case 'Rcv.Wind.Shift':
      return endpoint.negotiated.scale?.rcv ?? null;
    case 'TS.Recent':
      return endpoint.negotiated.timestamps ? endpoint.clock.recent : null;
    case 'Last.ACK.sent':
      return endpoint.negotiated.timestamps ? endpoint.clock.lastAckSent : null;
    case 'cwnd':
      return endpoint.congestion?.cwnd ?? null;
    case 'ssthresh':
      return endpoint.congestion?.ssthresh ?? null;
    case 'FlightSize':
      return endpoint.congestion ? flightSize(endpoint) : null;
  }
}
