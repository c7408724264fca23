import type { TlsVersion } from './code-points';
import type { SuiteName } from './suites';

/** What a client keeps to come back with. */
export type Session = {
  readonly version: TlsVersion;
  readonly suite: SuiteName;
  readonly ticket: Uint8Array;
  /** 1.2: the master secret; 1.3: the PSK that goes with the ticket. */
  readonly secret: Uint8Array;
  readonly extendedMasterSecret: boolean;
  /** Seconds. */
  readonly issuedAt: number;
  readonly lifetime: number;
  readonly ageAdd: number;
  readonly name: string | null;
  readonly protocol: string | null;
  /** What the server proved when the session began, DER: a resumption shows no certificate. */
  readonly chain: readonly Uint8Array[];
};
