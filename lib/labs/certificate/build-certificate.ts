import { concatenated } from '../bytes';
import type { EcPublicKey } from '../crypto/ecdsa';
import type { PrivateKey } from '../crypto/fixture-keys';
import type { HashName } from '../crypto/hash';
import type { RsaPublicKey } from '../crypto/rsa-key';
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
  tagged,
  time,
} from '../der/encode';
import { type ObjectName, objectIdentifiers } from '../der/object-identifiers';
import { type DistinguishedName, encodeName } from './distinguished-name';
import { type KeyUsage, keyUsages, type Subtrees } from './extension';
import { encodeGeneralName, type GeneralName } from './general-name';
import { encodePublicKey } from './public-key';
import { encodeSignatureAlgorithm, sign } from './signature-algorithm';

/** The purposes of extKeyUsage that we write. */
export const purposes = ['serverAuth', 'clientAuth', 'codeSigning', 'emailProtection', 'OCSPSigning'] as const;
export type Purpose = (typeof purposes)[number];

/** What a certificate shall say; what is left out does not stand in it. Times in milliseconds since 1970 in UTC. */
export type CertificateFields = {
  readonly serialNumber: bigint;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: RsaPublicKey | EcPublicKey;
  readonly basicConstraints?: { readonly cA: boolean; readonly pathLenConstraint: number | null } | undefined;
  readonly keyUsage?: readonly KeyUsage[] | undefined;
  readonly extKeyUsage?: readonly Purpose[] | undefined;
  readonly subjectAltName?: readonly GeneralName[] | undefined;
  readonly subjectKeyIdentifier?: Uint8Array | undefined;
  readonly authorityKeyIdentifier?: Uint8Array | undefined;
  readonly crlUrl?: string | undefined;
  readonly nameConstraints?: Subtrees | undefined;
  /** Any other extension, its value given in DER. */
  readonly more?:
    | readonly { readonly oid: string; readonly critical: boolean; readonly value: Uint8Array }[]
    | undefined;
};

/** Writes a version 3 certificate (RFC 5280 §4.1) and signs it. The same fields and key give the same bytes. */
export function buildCertificate(
  fields: CertificateFields,
  signer: PrivateKey,
  hash: HashName,
): Uint8Array<ArrayBuffer> {
  const algorithm = encodeSignatureAlgorithm(signer, hash);
  const extensions = extensionsOf(fields);
  const tbsCertificate = sequence(
    explicit(0, integer(2n)),
    integer(fields.serialNumber),
    algorithm,
    encodeName(fields.issuer),
    sequence(time(fields.notBefore), time(fields.notAfter)),
    encodeName(fields.subject),
    encodePublicKey(fields.publicKey),
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions))] : []),
  );
  return sequence(tbsCertificate, algorithm, bitString(sign(signer, hash, tbsCertificate)));
}

/** What of it is written as extensions; the subject decides whether its other names are critical. */
export type ExtensionFields = Omit<
  CertificateFields,
  'serialNumber' | 'issuer' | 'notBefore' | 'notAfter' | 'publicKey'
>;

/** Each extension that the fields ask for, in DER. */
export function extensionsOf(fields: ExtensionFields): Uint8Array[] {
  const all: (Uint8Array | undefined)[] = [
    fields.basicConstraints && extension('basicConstraints', true, basicConstraints(fields.basicConstraints)),
    fields.keyUsage && extension('keyUsage', true, namedBits(fields.keyUsage.map((usage) => keyUsages.indexOf(usage)))),
    fields.extKeyUsage && extension('extKeyUsage', false, sequence(...fields.extKeyUsage.map(purpose))),
    fields.subjectKeyIdentifier && extension('subjectKeyIdentifier', false, octetString(fields.subjectKeyIdentifier)),
    fields.authorityKeyIdentifier &&
      extension('authorityKeyIdentifier', false, sequence(implicit(0, fields.authorityKeyIdentifier))),
    fields.subjectAltName &&
      // Critical where the subject says nothing (RFC 5280 §4.2.1.6).
      extension(
        'subjectAltName',
        fields.subject.length === 0,
        sequence(...fields.subjectAltName.map(encodeGeneralName)),
      ),
    fields.crlUrl === undefined
      ? undefined
      : extension('cRLDistributionPoints', false, distributionPoint(fields.crlUrl)),
    fields.nameConstraints && extension('nameConstraints', true, constraints(fields.nameConstraints)),
    ...(fields.more ?? []).map(({ oid, critical, value }) => extensionOf(oid, critical, value)),
  ];
  return all.filter((one) => one !== undefined);
}

function extension(name: ObjectName, critical: boolean, value: Uint8Array): Uint8Array {
  return extensionOf(objectIdentifiers[name], critical, value);
}

/** FALSE is the default, which DER does not write. */
export function extensionOf(oid: string, critical: boolean, value: Uint8Array): Uint8Array<ArrayBuffer> {
  return sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octetString(value));
}

function basicConstraints({ cA, pathLenConstraint }: { cA: boolean; pathLenConstraint: number | null }): Uint8Array {
  return sequence(
    ...(cA ? [boolean(true)] : []),
    ...(pathLenConstraint === null ? [] : [integer(BigInt(pathLenConstraint))]),
  );
}

function purpose(name: Purpose): Uint8Array {
  return objectIdentifier(objectIdentifiers[name]);
}

function distributionPoint(url: string): Uint8Array {
  const fullName = tagged('context', 0, true, encodeGeneralName({ kind: 'uri', text: url }));
  return sequence(sequence(explicit(0, fullName)));
}

function constraints({ permitted, excluded }: Subtrees): Uint8Array {
  const subtrees = (number: number, names: readonly GeneralName[]) =>
    names.length === 0 ? [] : [explicit(number, concatenatedSubtrees(names))];
  return sequence(...subtrees(0, permitted), ...subtrees(1, excluded));
}

function concatenatedSubtrees(names: readonly GeneralName[]): Uint8Array {
  return concatenated(...names.map((name) => sequence(encodeGeneralName(name))));
}
