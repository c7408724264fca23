import type { EcPublicKey } from '../crypto/ecdsa';
import type { PrivateKey } from '../crypto/fixture-keys';
import type { HashName } from '../crypto/hash';
import type { RsaPublicKey } from '../crypto/rsa-key';
import { decodeDer } from '../der/decode';
import { bitString, explicit, integer, objectIdentifier, sequence, setOf } from '../der/encode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { objectIdentifiers } from '../der/object-identifiers';
import { expectType, isContext, readBitString, readObjectIdentifier, readSmall } from '../der/read';
import { type ExtensionFields, extensionsOf } from './build-certificate';
import { type DistinguishedName, encodeName, readName } from './distinguished-name';
import type { Extension } from './extension';
import { expectSigned } from './parse-certificate';
import { encodePublicKey, type PublicKey, readPublicKey } from './public-key';
import { readExtensions } from './read-extension';
import {
  encodeSignatureAlgorithm,
  readSignatureAlgorithm,
  type SignatureAlgorithm,
  type SignatureVerdict,
  sign,
  type VerifySignature,
  verifySignature,
} from './signature-algorithm';

/** A CertificationRequest (RFC 2986 §4): whoever wants a certificate says for which name and key, and signs that with this very key. */
export type CertificationRequest = {
  /** All of it, in DER. */
  readonly bytes: Uint8Array;
  /** The part that is signed, with its tag and length. */
  readonly certificationRequestInfo: Uint8Array;
  readonly subject: DistinguishedName;
  readonly publicKey: PublicKey;
  /** The identifiers of its attributes, in their order. */
  readonly attributes: readonly string[];
  /** What the attribute extensionRequest (RFC 2985 §5.4.2) asks to have in the certificate. */
  readonly extensions: readonly Extension[];
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
};

const mostAttributes = 32;

/** Reads one request in DER. Throws a DerFault with the offset of what is wrong, and nothing else. */
export function parseCertificationRequest(bytes: Uint8Array): CertificationRequest {
  const [info, algorithm, signature] = expectSigned(decodeDer(bytes));
  const [version, subject, key, attributes] = expectType(info, 'SEQUENCE').children;
  if (!version || !subject || !key) throw new DerFault('missing', info.to);
  // The one version there is, 1, is written 0.
  if (readSmall(version, bytes) !== 0) throw new DerFault('bad-value', version.valueFrom);
  // The RFC asks for the set even where it is empty; some programs leave it out, and everybody reads that.
  const isAttributes: boolean = !attributes || isContext(attributes, 0);
  if (!isAttributes) throw new DerFault('unexpected-type', attributes?.from ?? info.to);
  const all = readAttributes(attributes, bytes);
  const wanted = all.filter(({ type }) => type === objectIdentifiers.extensionRequest);
  if (wanted[1]) throw new DerFault('bad-value', wanted[1].values.from);
  const [extensions, next] = wanted[0]?.values.children ?? [];
  if (wanted[0] && !extensions) throw new DerFault('missing', wanted[0].values.to);
  if (next) throw new DerFault('unexpected-type', next.from);
  return {
    bytes,
    certificationRequestInfo: bytes.subarray(info.from, info.to),
    subject: readName(subject, bytes),
    publicKey: readPublicKey(key, bytes),
    attributes: all.map(({ type }) => type),
    extensions: extensions ? readExtensions(extensions, bytes) : [],
    signatureAlgorithm: readSignatureAlgorithm(algorithm, bytes),
    signature: readBitString(signature, bytes).octets,
  };
}

function readAttributes(node: DerNode | undefined, bytes: Uint8Array): { type: string; values: DerNode }[] {
  if (!node) return [];
  if (node.children.length > mostAttributes) throw new DerFault('too-many', node.from);
  return node.children.map((attribute) => {
    const [type, values] = expectType(attribute, 'SEQUENCE').children;
    if (!type || !values) throw new DerFault('missing', attribute.to);
    return { type: readObjectIdentifier(type, bytes), values: expectType(values, 'SET') };
  });
}

/** What a request shall say. */
export type RequestFields = ExtensionFields & { readonly publicKey: RsaPublicKey | EcPublicKey };

/** Writes a request (RFC 2986 §4.2) and signs it. The same fields and key give the same bytes. */
export function buildCertificationRequest(
  fields: RequestFields,
  signer: PrivateKey,
  hash: HashName,
): Uint8Array<ArrayBuffer> {
  const extensions = extensionsOf(fields);
  const { extensionRequest } = objectIdentifiers;
  const info = sequence(
    integer(0n),
    encodeName(fields.subject),
    encodePublicKey(fields.publicKey),
    // [0] IMPLICIT SET OF: its content is that of the set, here of one attribute.
    explicit(
      0,
      extensions.length > 0
        ? sequence(objectIdentifier(extensionRequest), setOf(sequence(...extensions)))
        : new Uint8Array(0),
    ),
  );
  return sequence(info, encodeSignatureAlgorithm(signer, hash), bitString(sign(signer, hash, info)));
}

/** Whether who asks has the private key of the public one it names (RFC 2986 §3, proof of possession): the request is signed with it. */
export function verifyPossession(
  request: CertificationRequest,
  verify: VerifySignature = verifySignature,
): SignatureVerdict {
  const { signatureAlgorithm, publicKey, certificationRequestInfo, signature } = request;
  return verify(signatureAlgorithm, publicKey, certificationRequestInfo, signature);
}
