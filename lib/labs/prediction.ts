import type { CertificatePredictedFrom } from './certificate/predict';
import type { DnsPredictedFrom } from './dns/predict';
import type { HttpPredictedFrom } from './http/predict';
import type { JourneyPredictedFrom } from './journey/predict';
import type { TcpPredictedFrom } from './tcp/predict';
import type { TlsPredictedFrom } from './tls/predict';

/** How one field of a prediction is said: a whole number, one of some names, or some of them together. */
export type FieldForm =
  | { readonly kind: 'whole' }
  | { readonly kind: 'one'; readonly of: readonly string[] }
  | { readonly kind: 'some'; readonly of: readonly string[] };

/** A field that can be asked for: its value as text, and the values at which a sensible person arrives instead. */
export type PredictedField = {
  /** A code: `seq`, `client.SND.NXT`. */
  readonly name: string;
  readonly form: FieldForm;
  /** `'1234567'`, `'SYN-SENT'`, `'SYN ACK'` (several in the order of their form). */
  readonly value: string;
  /** By the lab's name for the mistake: `{ 'ack-without-one': '1234567' }`. None of them is the value. */
  readonly wrong: Readonly<Record<string, string>>;
};

/** What a lab's engine says will come, and what may be shown of what was before. */
export type Prediction = { readonly from: PredictedFrom; readonly fields: readonly PredictedField[] };

/** What a learner is given to predict from, by lab. */
export type PredictedFrom =
  | TcpPredictedFrom
  | TlsPredictedFrom
  | CertificatePredictedFrom
  | DnsPredictedFrom
  | HttpPredictedFrom
  | JourneyPredictedFrom;

/** Joins what `some` says, in the order of the form: `someOf(['ACK', 'SYN'], ['SYN', 'ACK'])` is `'SYN ACK'`. */
export function someOf(chosen: readonly string[], of: readonly string[]): string {
  return of.filter((name) => chosen.includes(name)).join(' ');
}

/** Drops the mistakes that are none here: where the peer's number is the right one, nobody mistook it. */
export function wrongOnly(
  value: string,
  candidates: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const [code, candidate] of Object.entries(candidates))
    if (candidate !== undefined && candidate !== '' && candidate !== value) wrong[code] = candidate;
  return wrong;
}
