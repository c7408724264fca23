import { sameBytes } from '../bytes';
import { decodeDer } from '../der/decode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { expectType, isContext, readBitString, readInteger, readSmall, readTime } from '../der/read';
import type { Certificate } from './certificate';
import { readName } from './distinguished-name';
import { readPublicKey } from './public-key';
import { readExtensions } from './read-extension';
import { readSignatureAlgorithm } from './signature-algorithm';

/** Reads one certificate in DER (RFC 5280 §4.1). Throws a DerFault with the offset of what is wrong, and nothing else. */
export function parseCertificate(bytes: Uint8Array): Certificate {
  const [tbs, algorithm, signature] = expectSigned(decodeDer(bytes));
  const parts = expectType(tbs, 'SEQUENCE').children;
  const [first] = parts;
  const version = isContext(first, 0) ? readVersion(first, bytes) : 1;
  const rest = isContext(first, 0) ? parts.slice(1) : parts;
  const [serialNumber, inner, issuer, validity, subject, key] = expectSix(rest, tbs);
  const [notBefore, notAfter] = expectType(validity, 'SEQUENCE').children;
  if (!notBefore || !notAfter) throw new DerFault('missing', validity.to);
  const list = rest.slice(6).find((part) => isContext(part, 3));
  const [extensions] = list?.children ?? [];
  if (list && version !== 3) throw new DerFault('bad-value', list.from);
  return {
    bytes,
    tbsCertificate: bytes.subarray(tbs.from, tbs.to),
    version,
    serialNumber: readInteger(serialNumber, bytes),
    issuer: readName(issuer, bytes),
    subject: readName(subject, bytes),
    notBefore: readTime(notBefore, bytes),
    notAfter: readTime(notAfter, bytes),
    publicKey: readPublicKey(key, bytes),
    extensions: extensions ? readExtensions(extensions, bytes) : [],
    signatureAlgorithm: readSignatureAlgorithm(algorithm, bytes),
    algorithmsAgree: sameBytes(bytes.subarray(inner.from, inner.to), bytes.subarray(algorithm.from, algorithm.to)),
    signature: readBitString(signature, bytes).octets,
  };
}

/** SIGNED { … } (RFC 5280 §4.1.1): what is signed, by which algorithm, the signature; neither more nor less. */
export function expectSigned(node: DerNode): [DerNode, DerNode, DerNode] {
  const [a, b, c, ...more] = expectType(node, 'SEQUENCE').children;
  if (!a || !b || !c) throw new DerFault('missing', node.to);
  if (more[0]) throw new DerFault('unexpected-type', more[0].from);
  return [a, b, c];
}

function expectSix(parts: readonly DerNode[], tbs: DerNode): [DerNode, DerNode, DerNode, DerNode, DerNode, DerNode] {
  const [a, b, c, d, e, f] = parts;
  if (!a || !b || !c || !d || !e || !f) throw new DerFault('missing', tbs.to);
  return [a, b, c, d, e, f];
}

function readVersion(node: DerNode, bytes: Uint8Array): 1 | 2 | 3 {
  const [number] = node.children;
  if (!number) throw new DerFault('missing', node.to);
  const version = readSmall(number, bytes);
  if (version > 2) throw new DerFault('bad-value', number.valueFrom);
  return version === 2 ? 3 : version === 1 ? 2 : 1;
}
