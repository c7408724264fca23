import { isLocale, type Locale } from '@/lib/words/locale';

/** How a body may be packed, best first. */
export type Encoding = 'br' | 'gzip' | 'identity';

type Weighted = { readonly name: string; readonly weight: number };

/** `br;q=1, gzip;q=0.5, *;q=0` → names with their weights, as RFC 9110 §12.4.2 writes them. */
function weighted(header: string): Weighted[] {
  return header.split(',').map((part) => {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    return { name, weight: Number.isFinite(weight) ? weight : 0 };
  });
}

const MOST_HEADERS = 200;
const known = new Map<string, Encoding>();

/** The best packing that this reader takes. Browsers send the same few headers, so answers are remembered. */
export function encodingFor(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const remembered = known.get(header);
  if (remembered) return remembered;
  const offers = weighted(header);
  const weightOf = (name: string) =>
    (offers.find((offer) => offer.name === name) ?? offers.find((offer) => offer.name === '*'))?.weight ?? 0;
  const brotli = weightOf('br');
  const gzip = weightOf('gzip');
  const best: Encoding = brotli > 0 && brotli >= gzip ? 'br' : gzip > 0 ? 'gzip' : 'identity';
  if (known.size < MOST_HEADERS) known.set(header, best);
  return best;
}

/** The language for who has not chosen: the remembered choice, then what the browser asks for, then English. */
export function localeFor(cookie: string | undefined, acceptLanguage: string | undefined): Locale {
  const chosen = /(?:^|;\s*)handrail\.locale=([a-z-]+)/.exec(cookie ?? '')?.[1];
  if (chosen !== undefined && isLocale(chosen)) return chosen;
  const wanted = weighted(acceptLanguage ?? '')
    .filter((language) => language.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { name } of wanted) {
    const language = name.split('-')[0] ?? '';
    if (isLocale(language)) return language;
  }
  return 'en';
}
