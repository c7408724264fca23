import type { Flag, Refusal } from './segment';
import type { Side } from './setup';
import type { ConnectionState } from './state';

/**
 * Why a thing happened: one fact after each call, arrival, timer or deed of the network, from which
 * `lib/words` makes the one sentence that explains it.
 */
export type Why =
  | { code: 'listens'; side: Side }
  | { code: 'syn-sent'; side: Side; iss: number }
  | { code: 'syn-arrived'; side: Side; seq: number; ack: number; iss: number }
  | { code: 'syn-again'; side: Side; ack: number; iss: number }
  | { code: 'syn-ack-arrived'; side: Side; seq: number; ack: number }
  | { code: 'both-opened'; side: Side; seq: number; ack: number }
  | { code: 'syn-acknowledged'; side: Side; ack: number }
  | { code: 'text-sent'; side: Side; bytes: number; seq: number; next: number }
  | { code: 'text-queued'; side: Side; bytes: number; because: Waiting }
  | { code: 'text-arrived'; side: Side; bytes: number; ack: number }
  | { code: 'text-discarded'; side: Side; bytes: number; because: 'buffer-full' | 'closed' }
  | { code: 'text-acknowledged'; side: Side; ack: number; outstanding: number }
  | { code: 'duplicate-ack'; side: Side; ack: number; count: number }
  | { code: 'fast-retransmitted'; side: Side; seq: number; bytes: number; cwnd: number; ssthresh: number }
  | { code: 'partly-recovered'; side: Side; ack: number; recover: number }
  | { code: 'recovered'; side: Side; ack: number; cwnd: number }
  | { code: 'ack-too-old'; side: Side; ack: number; una: number }
  | { code: 'wrapped'; side: Side; value: number; recent: number; answered: boolean }
  | { code: 'timestamp-missing'; side: Side }
  | { code: 'override'; side: Side; seq: number; bytes: number }
  | { code: 'user-timeout'; side: Side; waited: number }
  | { code: 'status'; side: Side; state: ConnectionState }
  | { code: 'syn-kept'; side: Side; count: number; backlog: number; iss: number }
  | { code: 'syn-dropped'; side: Side; backlog: number }
  | { code: 'syn-ack-repeated'; side: Side; count: number }
  | { code: 'half-open-forgotten'; side: Side; count: number }
  | { code: 'half-open-reset'; side: Side; count: number }
  | { code: 'cookie-sent'; side: Side; iss: number; mss: number; lost: readonly LostOption[] }
  | { code: 'cookie-accepted'; side: Side; mss: number; lost: readonly LostOption[] }
  | { code: 'flooded'; side: Side; count: number }
  | { code: 'forged'; side: Side; flags: readonly Flag[]; seq: number }
  /** `checksum`: as the learner gave it; null: it was computed for them. */
  | { code: 'crafted'; side: Side; flags: readonly Flag[]; seq: number; checksum: number | null }
  | { code: 'corrupted'; segment: number; byte: number; bit: number | null }
  | { code: 'stranger-ignored'; side: Side }
  | { code: 'no-such-byte'; segment: number; byte: number; length: number }
  | { code: 'checksum-refused'; side: Side; found: number; right: number }
  | { code: 'bytes-refused'; side: Side; because: Refusal }
  | { code: 'came-again'; segment: number; copy: number }
  | { code: 'nobody-there'; segment: number }
  | { code: 'not-over-udp'; side: Side }
  | { code: 'datagram-sent'; side: Side; bytes: number }
  | { code: 'datagram-arrived'; side: Side; bytes: number }
  | { code: 'datagram-dropped'; side: Side; bytes: number }
  | { code: 'ahead-of-turn'; side: Side; seq: number; expected: number }
  | { code: 'not-acceptable'; side: Side; seq: number; expected: number; answered: boolean }
  | { code: 'old-duplicate'; side: Side; seq: number; expected: number }
  | { code: 'repeated-ack'; side: Side; ack: number }
  | { code: 'acks-the-unsent'; side: Side; ack: number; next: number }
  | { code: 'window-opened'; side: Side; wnd: number }
  | { code: 'fin-sent'; side: Side; seq: number; to: ConnectionState; withAckOfFin: boolean }
  | { code: 'fin-queued'; side: Side; because: 'not-open-yet' | 'text' }
  | { code: 'fin-arrived'; side: Side; ack: number; to: ConnectionState; answered: boolean; ackedOurFin: boolean }
  | { code: 'fin-again'; side: Side; ack: number }
  | { code: 'fin-acknowledged'; side: Side; ack: number; to: ConnectionState }
  | { code: 'time-wait-over'; side: Side; waited: number }
  | {
      code: 'retransmitted';
      side: Side;
      seq: number;
      flags: readonly Flag[];
      bytes: number;
      attempt: number;
      rto: number;
    }
  | { code: 'probed'; side: Side; seq: number; rto: number }
  | { code: 'gave-up'; side: Side; retransmissions: number }
  | { code: 'ack-sent-late'; side: Side; ack: number }
  | { code: 'refused'; side: Side; flags: readonly Flag[] }
  | { code: 'old-syn-refused'; side: Side; ack: number }
  | { code: 'connection-refused'; side: Side }
  | { code: 'connection-reset'; side: Side; from: ConnectionState; to: ConnectionState }
  | { code: 'reset-ignored'; side: Side; because: 'not-ours' | 'outside-window' | 'closed' | 'listening' }
  | { code: 'reset-challenged'; side: Side; seq: number; expected: number }
  | { code: 'syn-challenged'; side: Side; seq: number }
  | { code: 'ignored'; side: Side }
  | { code: 'closed-before-open'; side: Side; from: ConnectionState }
  | { code: 'aborted'; side: Side; reset: boolean }
  | { code: 'read'; side: Side; bytes: number; wnd: number }
  | { code: 'call-failed'; side: Side; call: Call; error: CallError }
  | { code: 'lost'; segment: number; from: Side; flags: readonly Flag[]; by: 'chance' | 'learner' }
  | { code: 'duplicated'; segment: number; copy: number }
  | { code: 'delayed'; segment: number; until: number }
  | { code: 'not-under-way'; segment: number }
  | { code: 'nothing-due' }
  | { code: 'waited'; ms: number }
  | { code: 'wait-cut-short'; ms: number };

/** Why text waits that was handed to SEND. */
export type Waiting = 'not-open-yet' | 'window' | 'congestion' | 'nagle' | 'silly-window';

/** What a SYN cookie has no room for. */
export type LostOption = 'window-scale' | 'sack' | 'mss';

/** The user calls of RFC 9293 §3.9.1. */
export type Call = 'listen' | 'open' | 'send' | 'receive' | 'close' | 'abort' | 'status';

/** The errors the RFC gives to a call that cannot be done. */
export type CallError =
  | 'already-exists'
  | 'does-not-exist'
  | 'closing'
  | 'nothing-to-read'
  | 'remote-unspecified'
  | 'no-connections'
  | 'too-long';
