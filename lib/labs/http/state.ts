import type { NamableFault } from './action';
import type { HttpClient, Wish } from './client/fetch-step';
import type { Keeping } from './client/keep-response';
import type { CacheDecision } from './client/look-up';
import type { CookieFact } from './client/receive-cookie';
import type { Redirection } from './client/redirect';
import type { HttpResponse } from './message';
import type { LogEntry } from './origin/log-entry';
import type { OriginStore } from './origin/store';
import type { BackAnswer, Relayed, RelayState, Sender } from './relay';
import type { HttpSetup } from './setup';

/** One request with what came of it. Its id is its place in the list. */
export type Exchange = {
  readonly id: number;
  /** `hand`: written on the connection; `browser`; `victim`: another person's; `other`: somebody who changed something. */
  readonly by: 'hand' | 'browser' | 'victim' | 'other';
  readonly url: string;
  readonly method: string;
  /** As it went over the wire; null where the cache answered. */
  readonly request: Uint8Array | null;
  readonly response: Uint8Array | null;
  /** What whoever asked got to see: of a 304 to a validation, what was stored. */
  readonly seen: HttpResponse | null;
  /** Virtual milliseconds. */
  readonly sentAt: number;
  readonly arrivedAt: number;
  readonly from: 'server' | 'cache' | 'front';
  readonly decision: CacheDecision | null;
  readonly keeping: Keeping | null;
  readonly cookies: readonly CookieFact[];
  readonly redirection: Redirection | null;
  /** The redirect that it follows, by the exchange that said so. */
  readonly follows: number | null;
  /** Its place in `log`; null where the server logged nothing. */
  readonly entry: number | null;
};

/** What was said on paper of a specimen. */
export type Named = { readonly specimen: number; readonly fault: NamableFault; readonly right: boolean };
export type Decoded = { readonly specimen: number; readonly text: string; readonly right: boolean };

/** What went through the front end in one step. */
export type Passage = {
  readonly at: number;
  readonly sender: Sender;
  readonly front: readonly Relayed[];
  readonly back: readonly BackAnswer[];
};

/** The whole lab. A step changes a copy of it, never itself. */
export type HttpState = {
  readonly setup: HttpSetup;
  readonly seed: number;
  /** Virtual milliseconds since the start; the clock on the wall shows `epoch` more. */
  now: number;
  store: OriginStore;
  client: HttpClient;
  /** Whether the browser follows redirects by itself. */
  follows: boolean;
  exchanges: readonly Exchange[];
  /** What the server logged: the same entries as behind a socket. */
  log: readonly LogEntry[];
  /** Bytes sent by hand that are not a whole request yet. */
  pending: Uint8Array;
  /** Where the last answer sent the browser, if it did not go there. */
  redirect: { readonly wish: Wish; readonly by: number } | null;
  relay: RelayState;
  passages: readonly Passage[];
  named: readonly Named[];
  decoded: readonly Decoded[];
};
