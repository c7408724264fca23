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

/** Writes all of them, in the order of `variableNames`, into a list that is used again and again. */
export function readVariables(endpoint: Endpoint, into: VariableValue[]): void {
  const { SND, RCV, state, knowsPeer, negotiated, clock, congestion } = endpoint;
  const { scale, timestamps } = negotiated;
  const isOpen = state !== 'CLOSED' && state !== 'LISTEN';
  const isKnown = isOpen && knowsPeer;
  into[0] = isOpen ? SND.UNA : null;
  into[1] = isOpen ? SND.NXT : null;
  into[2] = isKnown ? SND.WND : null;
  into[3] = isKnown ? SND.WL1 : null;
  into[4] = isKnown ? SND.WL2 : null;
  into[5] = isOpen ? endpoint.ISS : null;
  into[6] = isKnown ? RCV.NXT : null;
  into[7] = state === 'CLOSED' ? null : RCV.WND;
  into[8] = isKnown ? endpoint.IRS : null;
  into[9] = isOpen && scale ? scale.snd : null;
  into[10] = isOpen && scale ? scale.rcv : null;
  into[11] = isOpen && timestamps ? clock.recent : null;
  into[12] = isOpen && timestamps ? clock.lastAckSent : null;
  into[13] = isOpen && congestion ? congestion.cwnd : null;
  into[14] = isOpen && congestion ? congestion.ssthresh : null;
  into[15] = isOpen && congestion ? flightSize(endpoint) : null;
}

export function variable(endpoint: Endpoint, name: VariableName): VariableValue {
  const all: VariableValue[] = [];
  readVariables(endpoint, all);
  return all[variableNames.indexOf(name)] ?? null;
}
