import type { Cause, ClaimField } from './conclude';
import type { Gist } from './gist';
import type { DomainName } from './name';
import type { RecordType } from './record-type';

/** Why a step did nothing. */
export type NoDeed =
  | 'nothing-under-way'
  | 'not-under-way'
  | 'no-such-server'
  | 'no-such-zone'
  | 'not-in-zone'
  | 'bad-records'
  | 'too-many'
  | 'not-asked-yet';

/** Why a response was thrown away. */
export type Ignored = 'nothing-asked' | 'wrong-server' | 'wrong-port' | 'wrong-id' | 'wrong-question' | 'unreadable';
/** Why a server is no use for a zone. */
export type Useless = 'refused' | 'failed' | 'not-authoritative' | 'no-progress';
export type Failure = 'no-server-left' | 'alias-loop' | 'too-much-work' | 'no-root';

/** What somebody noticed or did. Servers are named by address. */
export type DnsNote =
  | { code: 'stub-asked'; name: DomainName; type: RecordType; server: string; transport: 'udp' | 'tcp' }
  | {
      code: 'stub-answered';
      name: DomainName;
      type: RecordType;
      rcode: string;
      records: number;
      fromCache: boolean;
      isFalse: boolean;
    }
  | { code: 'stub-gave-up'; name: DomainName; type: RecordType; server: string }
  | { code: 'asked-again'; server: string; transport: 'udp' | 'tcp' }
  | { code: 'cache-hit'; name: DomainName; type: RecordType | '*'; left: number }
  | { code: 'asks'; name: DomainName; type: RecordType; server: string; zone: DomainName; transport: 'udp' | 'tcp' }
  | { code: 'served'; server: string; name: DomainName; type: RecordType; gist: Gist }
  | { code: 'alias'; name: DomainName; target: DomainName }
  | { code: 'referred'; server: string; zone: DomainName; glue: number }
  | { code: 'needs-address'; name: DomainName; zone: DomainName }
  | { code: 'stored'; name: DomainName; type: RecordType; ttl: number; records: number; isFalse: boolean }
  | { code: 'stored-negative'; name: DomainName; type: RecordType | '*'; ttl: number }
  | { code: 'kept'; name: DomainName; type: RecordType }
  | { code: 'discarded'; name: DomainName; type: RecordType; zone: DomainName }
  | { code: 'truncated'; server: string }
  | { code: 'useless'; server: string; zone: DomainName; why: Useless }
  | { code: 'timed-out'; server: string; zone: DomainName }
  | { code: 'ignored'; packet: number; why: Ignored; count: number }
  | { code: 'forgery-believed'; packet: number; server: string }
  | { code: 'resolved'; name: DomainName; type: RecordType; rcode: string; sent: number; isSide: boolean }
  | { code: 'failed'; name: DomainName; why: Failure }
  | { code: 'expired'; name: DomainName; type: RecordType | '*' };

/** The one sentence under the lab. */
export type Why =
  | { code: 'no-deed'; reason: NoDeed }
  | { code: 'noted'; note: DnsNote }
  | { code: 'arrived'; packet: number }
  | { code: 'waited'; ms: number; expired: number }
  | { code: 'settled'; messages: number; note: DnsNote | null }
  | { code: 'flushed'; name: DomainName | null; entries: number }
  | { code: 'edited'; name: DomainName; type: RecordType; zone: DomainName; records: number; serial: number }
  | { code: 'switched'; server: string; down: boolean }
  | { code: 'hardened' }
  | { code: 'lost'; packet: number }
  | { code: 'forged'; count: number; server: string; firstId: number; port: number }
  /** `chance` is that of one attempt. */
  | { code: 'attacked'; attempts: number; hit: boolean; chance: number; total: number }
  | {
      code: 'concluded';
      name: DomainName;
      right: readonly ClaimField[];
      wrong: readonly ClaimField[];
      cause: Cause | null;
    };

/** What happened, in the order in which it happened. `at` is virtual milliseconds. */
export type DnsEvent =
  | { kind: 'sent'; at: number; packet: number }
  | { kind: 'arrived'; at: number; packet: number }
  | { kind: 'noted'; at: number; note: DnsNote }
  | { kind: 'time-passed'; from: number; to: number }
  /** Closes each step and explains it. */
  | { kind: 'why'; at: number; why: Why };

/** The reason to show for a step. */
export function whyOf(events: readonly DnsEvent[]): Why | null {
  const last = events.findLast((event) => event.kind === 'why');
  return last?.kind === 'why' ? last.why : null;
}
