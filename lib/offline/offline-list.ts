import type { Locale, Localized } from '@/lib/words/locale';

/** One file of a saved copy. */
export type OfflineFile = {
  /** As it is asked for: `/en/learn/tcp-tls/three-way-four-way`. */
  readonly address: string;
  /** The first 22 characters of the SHA-256 of its bytes, base64url. */
  readonly tag: string;
  /** What it weighs on the way, packed by brotli. */
  readonly bytes: number;
  /** What it takes up once it is there, unpacked. */
  readonly stored: number;
};

/** Everything that a path needs in one language when there is no network: made with the build, served at `offlineListAddress`. */
export type OfflineList = {
  readonly path: string;
  readonly locale: Locale;
  readonly title: Localized;
  /** Follows from the files: another version means that something of this path has changed. */
  readonly version: string;
  /** The build it was made with. */
  readonly build: string;
  readonly bytes: number;
  readonly stored: number;
  readonly lessons: readonly { readonly address: string; readonly title: string }[];
  /** Items whose numbers are drawn for each learner: their draws have to be fetched before the network goes. */
  readonly variants: readonly string[];
  readonly files: readonly OfflineFile[];
};

/** `offlineListAddress('en', 'tcp-tls')` → `/offline/en/tcp-tls.json` */
export function offlineListAddress(locale: Locale, path: string): string {
  return `/offline/${locale}/${path}.json`;
}

/** Set by the front door on what is the same for everybody. Nothing without it is ever kept. */
export const PUBLIC_HEADER = 'x-handrail-public';

/** Set by a page that saves: it wants what the server has now, not what is kept. */
export const SAVING_HEADER = 'x-handrail-saving';

/** The service worker's own address. */
export const WORKER_ADDRESS = '/service-worker.js';
