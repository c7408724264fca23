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

/** All of them, in the order of `variableNames`. */
export function variablesOf(endpoint: Endpoint): readonly VariableValue[] {
  if (endpoint.state === 'CLOSED') return nothing;
  if (endpoint.state === 'LISTEN') return nothing.with(variableNames.indexOf('RCV.WND'), endpoint.RCV.WND);
  const { SND, RCV, ISS, IRS, knowsPeer, negotiated, clock, congestion } = endpoint;
  const { scale, timestamps } = negotiated;
  return [
    SND.UNA,
    SND.NXT,
    knowsPeer ? SND.WND : null,
    knowsPeer ? SND.WL1 : null,
    knowsPeer ? SND.WL2 : null,
    ISS,
    knowsPeer ? RCV.NXT : null,
    RCV.WND,
    knowsPeer ? IRS : null,
    scale ? scale.snd : null,
    scale ? scale.rcv : null,
    timestamps ? clock.recent : null,
    timestamps ? clock.lastAckSent : null,
    congestion ? congestion.cwnd : null,
    congestion ? congestion.ssthresh : null,
    congestion ? flightSize(endpoint) : null,
  ];
}

const nothing: readonly VariableValue[] = variableNames.map(() => null);

export function variable(endpoint: Endpoint, name: VariableName): VariableValue {
  return variablesOf(endpoint)[variableNames.indexOf(name)] ?? null;
}
