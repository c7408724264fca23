import type { Field, HttpResponse } from '../message';

/** A response that a cache keeps, with what it needs to know about it (RFC 9111 §3). */
export type StoredResponse = {
  /** Target URI without its fragment; only GET is kept here. */
  readonly url: string;
  /** The request's fields that its Vary names, as they were: what has to match before it is used again. */
  readonly selecting: readonly { readonly name: string; readonly value: string | null }[];
  readonly response: HttpResponse;
  /** Milliseconds since 1970, by the cache's clock: when the request went out and the response came in. */
  readonly requestTime: number;
  readonly responseTime: number;
  /** Something unsafe happened to the address: not to be used without asking (§4.4). */
  readonly invalid: boolean;
};

/** Newest last. */
export type HttpCache = readonly StoredResponse[];

/** A private cache is one person's (a browser's), a shared one serves many. */
export type CacheKind = 'private' | 'shared';

export type CacheRequest = { readonly method: string; readonly url: string; readonly fields: readonly Field[] };
