import type { ParsedUrl } from '../url/parse-url';
import type { JourneyRequest } from './journey-request';
import type { NameExchange } from './names';

/** Why there is no page, or no answer to one of its requests. */
export type Failure =
  | { readonly kind: 'bad-address'; readonly why: string }
  | { readonly kind: 'scheme-not-fetched'; readonly scheme: string }
  | { readonly kind: 'name-not-found' | 'name-server-failed' }
  | { readonly kind: 'refused' | 'reset' | 'gave-up' }
  | { readonly kind: 'certificate'; readonly why: string; readonly alert: string }
  | { readonly kind: 'tls'; readonly why: string; readonly alert: string }
  | { readonly kind: 'too-many-redirects' };

/** What a page does, besides its requests. Virtual milliseconds. */
export type PageWork = {
  readonly kind: 'parse' | 'script' | 'style' | 'paint';
  readonly from: number;
  readonly to: number;
  /** The request whose answer it works on; null: the page's own. */
  readonly request: number | null;
};

/** Where a page stood still, and for which request. */
export type PageStop = {
  readonly kind: 'script' | 'style-before-script' | 'style-before-paint';
  readonly from: number;
  readonly to: number;
  readonly request: number;
};

export type Marks = {
  /** Something can be seen. */
  readonly firstPaint: number | null;
  readonly contentLoaded: number | null;
  readonly load: number | null;
};

/** One journey: from Enter to the page, or to the reason why there is none. */
export type Visit = {
  /** Counted from 1. */
  readonly number: number;
  readonly typed: string;
  readonly parsed: ParsedUrl;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly requests: readonly JourneyRequest[];
  readonly names: readonly NameExchange[];
  /** The connections that were opened in it or used. */
  readonly connections: readonly number[];
  readonly work: readonly PageWork[];
  readonly stops: readonly PageStop[];
  readonly marks: Marks;
  readonly failure: Failure | null;
};
