import type { NamableFault } from './action';
import type { LifetimeBy } from './client/freshness';
import type { Keeping } from './client/keep-response';
import type { CacheDecision } from './client/look-up';
import type { CookieFact } from './client/receive-cookie';
import type { StaysBecause } from './client/send-cookies';
import type { Fault } from './fault';
import type { Sender } from './relay';

/** Why a step did nothing. */
export type NoDeed =
  | 'not-an-address'
  | 'nothing-sent'
  | 'no-redirect'
  | 'no-such-specimen'
  | 'not-decodable'
  | 'no-relay'
  | 'already-so'
  | 'too-many'
  | 'nothing-there';

export type FetchReason = (CacheDecision & { kind: 'fetch' })['why'];
export type ValidateReason = (CacheDecision & { kind: 'validate' })['why'];

/** The one sentence under the lab. Exchanges are named by id. */
export type Why =
  | { code: 'no-deed'; reason: NoDeed }
  /** The server needs more bytes: of the head, or of the content. */
  | { code: 'waits'; for: 'head' | 'content'; octets: number }
  | { code: 'refused'; fault: Fault; status: number; exchange: number }
  | { code: 'answered'; status: number; method: string; target: string; exchange: number; delay: number }
  /** Several requests were in the same bytes. */
  | { code: 'answered-several'; count: number; exchange: number }
  | { code: 'from-cache'; age: number; lifetime: number; by: LifetimeBy; stale: boolean; exchange: number }
  /** The server was asked whether what is stored is still good. */
  | { code: 'validated'; because: ValidateReason; status: number; exchange: number }
  | { code: 'not-cached'; exchange: number }
  | { code: 'sent-on'; status: number; to: string; method: string; methodChanged: boolean; exchange: number }
  | { code: 'redirected'; times: number; status: number; exchange: number }
  | { code: 'too-many-redirects'; times: number }
  | { code: 'asks-for-credentials'; scheme: string; exchange: number }
  | { code: 'time'; ms: number }
  | { code: 'switched'; what: 'cache' | 'cookies' | 'follows'; on: boolean }
  | { code: 'cleared'; what: 'cache' | 'cookies' | 'session'; count: number }
  | { code: 'knows-credentials'; scheme: 'basic' | 'bearer' | null }
  | { code: 'named'; right: boolean; fault: NamableFault; specimen: number; at: Fault | null }
  | { code: 'decoded'; right: boolean; specimen: number; firstWrong: number }
  | { code: 'changed'; path: string; status: number }
  | { code: 'front-refused'; status: 400 | 403; fault: Fault | null; sender: Sender }
  /** `front`: requests that the front end forwarded just now; `back`: that the server answered. */
  | {
      code: 'relayed';
      sender: Sender;
      front: number;
      back: number;
      leftOver: number;
      smuggled: boolean;
      misled: boolean;
    };

/** What happened, in the order in which it happened. `at` is virtual milliseconds. */
export type HttpEvent =
  | { kind: 'request-sent'; at: number; exchange: number; method: string; target: string; octets: number }
  | { kind: 'response-arrived'; at: number; exchange: number; status: number; octets: number }
  | {
      kind: 'cache-asked';
      at: number;
      exchange: number;
      decision: CacheDecision['kind'];
      why: FetchReason | ValidateReason | null;
    }
  | { kind: 'cache-told'; at: number; exchange: number; keeping: Keeping }
  | { kind: 'cookie-received'; at: number; exchange: number; fact: CookieFact }
  | { kind: 'cookie-stayed'; at: number; exchange: number; name: string; why: StaysBecause }
  | { kind: 'fault-found'; at: number; exchange: number; fault: Fault }
  | { kind: 'front-forwarded'; at: number; sender: Sender; method: string; target: string; octets: number }
  | {
      kind: 'back-answered';
      at: number;
      method: string;
      target: string;
      status: number;
      to: Sender | null;
      mixed: boolean;
    }
  | { kind: 'time-passed'; from: number; to: number }
  /** Closes each step and explains it. */
  | { kind: 'why'; at: number; why: Why };

/** The reason to show for a step. */
export function whyOf(events: readonly HttpEvent[]): Why | null {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event?.kind === 'why') return event.why;
  }
  return null;
}
