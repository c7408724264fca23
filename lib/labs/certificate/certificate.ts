import type { DistinguishedName } from './distinguished-name';
import type { Extension } from './extension';
import type { PublicKey } from './public-key';
import type { SignatureAlgorithm } from './signature-algorithm';

/** An X.509 certificate (RFC 5280 §4.1) under the RFC's names; times are milliseconds since 1970 in UTC. */
export type Certificate = {
  /** All of it, in DER. */
  readonly bytes: Uint8Array;
  /** The part that is signed, with its tag and length. */
  readonly tbsCertificate: Uint8Array;
  readonly version: 1 | 2 | 3;
  readonly serialNumber: bigint;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: PublicKey;
  readonly extensions: readonly Extension[];
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** Whether the algorithm is named alike inside the signed part and outside (§4.1.1.2). */
  readonly algorithmsAgree: boolean;
  readonly signature: Uint8Array;
};
