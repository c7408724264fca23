import { sameBytes } from '../bytes';
import type { PrivateKey } from '../crypto/fixture-keys';
import type { HashName } from '../crypto/hash';
import { decodeDer } from '../der/decode';
import { bitString, explicit, implicit, integer, sequence, tagged, time } from '../der/encode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { objectIdentifiers } from '../der/object-identifiers';
import { expectType, isContext, isType, readBitString, readInteger, readTime } from '../der/read';
import { extensionOf } from './build-certificate';
import { type DistinguishedName, encodeName, readName } from './distinguished-name';
import type { Extension } from './extension';
import { expectSigned } from './parse-certificate';
import { readExtensions } from './read-extension';
import { encodeSignatureAlgorithm, readSignatureAlgorithm, type SignatureAlgorithm, sign } from './signature-algorithm';

/** RFC 5280 §5.3.1, by number; 7 is not used. */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
} as const;
export type RevocationReason = keyof typeof revocationReasons;

export type RevokedCertificate = { readonly serialNumber: bigint; readonly revocationDate: number };

/** A CertificateList (RFC 5280 §5.1); times are milliseconds since 1970 in UTC. */
export type RevocationList = {
  readonly bytes: Uint8Array;
  readonly tbsCertList: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
  readonly revoked: readonly RevokedCertificate[];
  readonly extensions: readonly Extension[];
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly algorithmsAgree: boolean;
  readonly signature: Uint8Array;
};

/** Reads one revocation list in DER. Throws a DerFault with the offset of what is wrong, and nothing else. */
export function parseRevocationList(bytes: Uint8Array): RevocationList {
  const [tbs, algorithm, signature] = expectSigned(decodeDer(bytes));
  const all = expectType(tbs, 'SEQUENCE').children;
  const parts = isType(all[0], 'INTEGER') ? all.slice(1) : all;
  const [inner, issuer, thisUpdate, ...rest] = parts;
  if (!inner || !issuer || !thisUpdate) throw new DerFault('missing', tbs.to);
  const next = rest.find((part) => isType(part, 'UTCTime') || isType(part, 'GeneralizedTime'));
  const revoked = rest.find((part) => isType(part, 'SEQUENCE'));
  const [extensions] = rest.find((part) => isContext(part, 0))?.children ?? [];
  return {
    bytes,
    tbsCertList: bytes.subarray(tbs.from, tbs.to),
    issuer: readName(issuer, bytes),
    thisUpdate: readTime(thisUpdate, bytes),
    nextUpdate: next ? readTime(next, bytes) : null,
    revoked: (revoked?.children ?? []).map((entry) => readRevoked(entry, bytes)),
    extensions: extensions ? readExtensions(extensions, bytes) : [],
    signatureAlgorithm: readSignatureAlgorithm(algorithm, bytes),
    algorithmsAgree: sameBytes(bytes.subarray(inner.from, inner.to), bytes.subarray(algorithm.from, algorithm.to)),
    signature: readBitString(signature, bytes).octets,
  };
}

function readRevoked(entry: DerNode, bytes: Uint8Array): RevokedCertificate {
  const [serialNumber, date] = expectType(entry, 'SEQUENCE').children;
  if (!serialNumber || !date) throw new DerFault('missing', entry.to);
  return { serialNumber: readInteger(serialNumber, bytes), revocationDate: readTime(date, bytes) };
}

/** What a list shall say. */
export type RevocationListFields = {
  readonly issuer: DistinguishedName;
  readonly number: bigint;
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
  readonly revoked: readonly (RevokedCertificate & { readonly reason?: RevocationReason | undefined })[];
  readonly authorityKeyIdentifier?: Uint8Array | undefined;
};

/** Writes a version 2 list and signs it. The same fields and key give the same bytes. */
export function buildRevocationList(
  fields: RevocationListFields,
  signer: PrivateKey,
  hash: HashName,
): Uint8Array<ArrayBuffer> {
  const algorithm = encodeSignatureAlgorithm(signer, hash);
  const { authorityKeyIdentifier, cRLNumber } = objectIdentifiers;
  const authority = fields.authorityKeyIdentifier;
  const tbsCertList = sequence(
    integer(1n),
    algorithm,
    encodeName(fields.issuer),
    time(fields.thisUpdate),
    ...(fields.nextUpdate === null ? [] : [time(fields.nextUpdate)]),
    // An empty list is left out (RFC 5280 §5.1.2.6).
    ...(fields.revoked.length > 0 ? [sequence(...fields.revoked.map(encodeRevoked))] : []),
    explicit(
      0,
      sequence(
        ...(authority ? [extensionOf(authorityKeyIdentifier, false, sequence(implicit(0, authority)))] : []),
        extensionOf(cRLNumber, false, integer(fields.number)),
      ),
    ),
  );
  return sequence(tbsCertList, algorithm, bitString(sign(signer, hash, tbsCertList)));
}

function encodeRevoked({ serialNumber, revocationDate, reason }: RevocationListFields['revoked'][number]): Uint8Array {
  const code = reason && tagged('universal', 10, false, Uint8Array.of(revocationReasons[reason]));
  return sequence(
    integer(serialNumber),
    time(revocationDate),
    ...(code ? [sequence(extensionOf(objectIdentifiers.cRLReason, false, code))] : []),
  );
}
