import { listElements } from './message';

/** One member of an `Accept…` field with its weight, 0 to 1 (RFC 9110 §12.4.2). */
export type Preference = { readonly value: string; readonly q: number };

/** Reads `text/plain;q=0.5, image/png`. A weight that cannot be read counts as 1, as most servers have it. */
export function preferences(value: string): Preference[] {
  return listElements(value).map((element) => {
    const [name = '', ...parameters] = element.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
    const q = weight !== undefined && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight) : 1;
    const rest = parameters.filter((parameter) => !/^q=/i.test(parameter));
    return { value: [name, ...rest].join(';').toLowerCase(), q };
  });
}

/** What was chosen, with the weight it has for who asked; null: nothing that is there is wanted. */
export type Choice = Preference | null;

/**
 * Chooses among what is there, best first in the server's own order where weights are equal. `field` is the request's value;
 * undefined: anything goes. The most specific member that fits decides an offer's weight (RFC 9110 §12.5.1).
 */
export function choose(
  offers: readonly string[],
  field: string | undefined,
  specificity: (wanted: string, offer: string) => number,
): Choice {
  if (field === undefined) return offers[0] === undefined ? null : { value: offers[0], q: 1 };
  const wanted = preferences(field);
  let best: Preference | null = null;
  for (const offer of offers) {
    const q = weightOf(wanted, offer, specificity);
    if (q > 0 && q > (best?.q ?? 0)) best = { value: offer, q };
  }
  return best;
}

function weightOf(
  wanted: readonly Preference[],
  offer: string,
  specificity: (wanted: string, offer: string) => number,
) {
  let most = 0;
  let q = 0;
  for (const preference of wanted) {
    const fits = specificity(preference.value, offer);
    if (fits > most) {
      most = fits;
      q = preference.q;
    }
  }
  return q;
}

/** For `Accept`: 3 the same type, 2 `text/*`, 1 any type, 0 does not fit. */
export function mediaSpecificity(wanted: string, offer: string): number {
  const type = offer.split(';')[0] ?? '';
  if (wanted.split(';')[0] === type) return 3;
  if (wanted === '*/*') return 1;
  return wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1)) ? 2 : 0;
}

/** For `Accept-Language` by basic filtering (RFC 4647 §3.3.1): `zh` fits `zh-CN`; longer is more specific. */
export function languageSpecificity(wanted: string, offer: string): number {
  if (wanted === '*') return 1;
  const tag = offer.toLowerCase();
  return tag === wanted || tag.startsWith(`${wanted}-`) ? 1 + wanted.length : 0;
}

/** For `Accept-Encoding`. `identity` is always acceptable unless it is excluded (RFC 9110 §12.5.3). */
export function codingSpecificity(wanted: string, offer: string): number {
  if (wanted === offer || (wanted === 'x-gzip' && offer === 'gzip')) return 2;
  return wanted === '*' ? 1 : 0;
}

/** Which of the codings a response may have; null: not even identity. */
export function chooseCoding(offers: readonly string[], field: string | undefined): string | null {
  if (field === undefined) return 'identity';
  const chosen = choose(offers, field, codingSpecificity);
  if (chosen) return chosen.value;
  const identity = preferences(field).find(({ value }) => value === 'identity' || value === '*');
  return identity?.q === 0 ? null : 'identity';
}
