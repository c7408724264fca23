import { assertNever } from '@/lib/assert-never';
import { certificateAsks, predictCertificate } from './certificate/predict';
import { dnsAsks, predictDns } from './dns/predict';
import { httpAsks, predictHttp } from './http/predict';
import { journeyAsks, predictJourney } from './journey/predict';
import { labs } from './labs';
import type { Prediction } from './prediction';
import type { Run } from './run';
import { predictTcp, tcpAsks } from './tcp/predict';
import { predictTls, tlsAsks } from './tls/predict';
import { stateAfter } from './with-lab';

/** What each lab can be asked. */
export const asks = {
  tcp: tcpAsks,
  tls: tlsAsks,
  certificate: certificateAsks,
  dns: dnsAsks,
  http: httpAsks,
  journey: journeyAsks,
} as const;
export type PredictableLab = keyof typeof asks;
/** All of them, each once. */
export const allAsks = [
  ...new Set([...tcpAsks, ...tlsAsks, ...certificateAsks, ...dnsAsks, ...httpAsks, ...journeyAsks]),
] as const;
export type Ask = (typeof allAsks)[number];

/** A run whose lab can be asked what comes next. */
export type PredictableRun = Extract<Run, { lab: PredictableLab }>;
type PointOf<R extends PredictableRun> = R extends Run
  ? Pick<R, 'lab' | 'setup' | 'seed' | 'given' | 'actions'> & { after: number }
  : never;
/** Where a prediction is made: after what was given and the first `after` actions of a run. */
export type PredictionPoint = PointOf<PredictableRun>;

export function isPredictable(run: Run): run is PredictableRun {
  return Object.hasOwn(asks, run.lab);
}

/** The major of the engine a prediction is computed by, to be kept with it. */
export function majorOf(lab: Run['lab']): number {
  return labs[lab].major;
}

/**
 * Computes what a lab's engine does next. Pure: the same point gives the same prediction for ever. null: nothing comes, or this lab
 * is not to be asked that.
 */
export function predict(point: PredictionPoint, ask: Ask): Prediction | null {
  const { after } = point;
  switch (point.lab) {
    case 'tcp': {
      const known = tcpAsks.find((one) => one === ask);
      return known ? predictTcp(stateAfter(labs.tcp, point, after), point.actions.slice(after), known) : null;
    }
    case 'tls': {
      const known = tlsAsks.find((one) => one === ask);
      return known ? predictTls(stateAfter(labs.tls, point, after), point.actions.slice(after), known) : null;
    }
    case 'certificate': {
      const known = certificateAsks.find((one) => one === ask);
      return known
        ? predictCertificate(stateAfter(labs.certificate, point, after), point.actions.slice(after), known)
        : null;
    }
    case 'dns': {
      const known = dnsAsks.find((one) => one === ask);
      return known ? predictDns(stateAfter(labs.dns, point, after), point.actions.slice(after), known) : null;
    }
    case 'http': {
      const known = httpAsks.find((one) => one === ask);
      return known ? predictHttp(stateAfter(labs.http, point, after), point.actions.slice(after), known) : null;
    }
    case 'journey': {
      const known = journeyAsks.find((one) => one === ask);
      return known ? predictJourney(stateAfter(labs.journey, point, after), point.actions.slice(after), known) : null;
    }
    default:
      return assertNever(point);
  }
}
