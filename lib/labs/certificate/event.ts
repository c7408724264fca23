import type { BrowserError } from './browser-error';
import type { CheckName, Finding } from './check';
import type { SignatureVerdict } from './signature-algorithm';

/** Why something that was asked for did not happen. */
export const hindrances = [
  'no-such-certificate',
  'no-such-server',
  'no-server',
  'id-taken',
  'not-your-key',
  'key-cannot-sign-so',
  'nothing-left-to-check',
  'already-judged',
  'already-trusted',
  'not-trusted',
  'already-revoked',
  'signs-itself',
  'too-many',
  'no-such-byte',
  'no-such-request',
  'no-such-key',
  'key-taken',
  'request-unreadable',
  'no-possession',
  'too-many-keys',
] as const;
export type Hindrance = (typeof hindrances)[number];

/** What happened, in the order in which it happened; certificates and servers by their ids. */
export type CertificateEvent =
  | { kind: 'visited'; server: string; name: string }
  | { kind: 'checked'; check: CheckName; outcome: Finding['verdict'] | 'not-asked'; findings: readonly Finding[] }
  | { kind: 'checks-done'; accepted: boolean; browser: BrowserError | null }
  | {
      kind: 'judged';
      server: string;
      answer: 'accept' | 'refuse';
      right: boolean;
      /** The check that was named does not fail, though another does. */
      wrongCheck: boolean;
      accepted: boolean;
      browser: BrowserError | null;
    }
  | { kind: 'issued'; certificate: string; issuer: string | null; bytes: number }
  | { kind: 'key-made'; key: string }
  | { kind: 'requested'; request: string; key: string; bytes: number; possession: SignatureVerdict }
  | {
      kind: 'request-signed';
      request: string;
      certificate: string;
      issuer: string;
      bytes: number;
      names: readonly string[];
      /** It asked to be an authority, and was made none. */
      refusedAuthority: boolean;
    }
  | { kind: 'presented'; server: string; chain: readonly string[] }
  | { kind: 'trusted'; certificate: string }
  | { kind: 'distrusted'; certificate: string }
  | { kind: 'clock-set'; from: number; to: number }
  | { kind: 'name-asked'; from: string; to: string }
  | { kind: 'revoked'; certificate: string; issuer: string }
  | { kind: 'byte-changed'; certificate: string; at: number; from: number; to: number }
  | { kind: 'hindered'; why: Hindrance; what: string };
