import { SAVING_HEADER } from '@/lib/offline/offline-list';
import { locales } from '@/lib/words/locale';

/** What decides about a request. */
export type AskedFor = {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** `navigate` for a page. */
  readonly mode: string;
  readonly cache?: string;
  readonly headers: { get(name: string): string | null };
};

/** What is known when a request comes. */
export type Saved = {
  /** The origin of the worker. */
  readonly origin: string;
  /** Whether some whole copy holds this address. */
  readonly has: (address: string) => boolean;
};

export type Strategy =
  /** None of our business: the browser does what it would do without a worker. */
  | { readonly kind: 'leave' }
  /** A page that is not kept: the network, and without one the page that lists what is kept. */
  | { readonly kind: 'network-or-list'; readonly list: readonly string[] }
  /** A kept page or picture: the network within a short time, else the copy. */
  | { readonly kind: 'network-first'; readonly address: string }
  /** A kept file that never changes under its address. */
  | { readonly kind: 'copy-first'; readonly address: string };

const LEAVE: Strategy = { kind: 'leave' };

/** Never answered from a copy, whatever a list might say: calls, and pages that are made for one person. */
const PERSONAL =
  /^\/api(\/|$)|^\/(en|zh)\/(account|progress|review|notes|certificates|attempts|draws|sittings|assignments|preview|drafts|teach|admin|join|sign-in|sign-up|forgot|reset)(\/|$)/;

/** Ours, and not for a worker to stand before: the lists must be true, the worker must be replaceable, a probe is a probe. */
const OWN = /^\/(offline\/.*\.json|service-worker\.js|healthz|readyz|sandbox|speculation\.json)$/;

/** Which way a request goes. Pure: the worker asks it and does as it says. */
export function strategyFor(request: AskedFor, saved: Saved): Strategy {
  if (request.method !== 'GET') return LEAVE;
  if (request.headers.get(SAVING_HEADER) !== null) return LEAVE;
  // A tab that asks only the browser's own cache for another site's file breaks when it is fetched by a worker.
  if (request.cache === 'only-if-cached') return LEAVE;
  const url = new URL(request.url);
  if (url.origin !== saved.origin) return LEAVE;
  const address = url.pathname;
  const isPage = request.mode === 'navigate';
  if (OWN.test(address)) return LEAVE;
  if (!PERSONAL.test(address)) {
    const kept = addressesOf(url).find((one) => saved.has(one));
    if (kept !== undefined) return { kind: isImmutable(kept) ? 'copy-first' : 'network-first', address: kept };
  }
  if (!isPage || address.startsWith('/api/')) return LEAVE;
  return { kind: 'network-or-list', list: listAddresses(address).filter((one) => saved.has(one)) };
}

/** The addresses under which a request may be kept, best first. Query strings make no other page; `?beside` does. */
function addressesOf({ pathname, searchParams }: URL): string[] {
  const plain = pathname.length > 1 && pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  return searchParams.has('beside') ? [`${plain}/beside`, plain] : [plain];
}

/** The page that lists what is kept, in the language of the address or else in any. */
function listAddresses(address: string): string[] {
  const first = locales.find((locale) => address === `/${locale}` || address.startsWith(`/${locale}/`)) ?? locales[0];
  return [first, ...locales.filter((locale) => locale !== first)].map((locale) => `/${locale}/offline`);
}

function isImmutable(address: string): boolean {
  return address.startsWith('/_next/static/') || address.startsWith('/media/');
}
