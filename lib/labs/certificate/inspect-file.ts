import { decodeDer, derLimits } from '../der/decode';
import { type DerFault, type DerFaultCode, faultOr } from '../der/fault';
import type { DerNode } from '../der/node';
import { objectName } from '../der/object-identifiers';
import { isContext, isType, readObjectIdentifier } from '../der/read';
import type { Certificate } from './certificate';
import { type CertificationRequest, parseCertificationRequest } from './certification-request';
import { parseCertificate } from './parse-certificate';
import { mostBlocks, type PemBlock, type PemFaultCode, readBase64, readPem, textOf } from './read-pem';
import { parseRevocationList, type RevocationList } from './revocation-list';

/** What one block of a file, or the file as a whole, turns out to be. */
export type Inspected = { readonly bytes: Uint8Array } & (
  | { readonly kind: 'certificate'; readonly value: Certificate }
  | { readonly kind: 'certificationRequest'; readonly value: CertificationRequest }
  | { readonly kind: 'revocationList'; readonly value: RevocationList }
  /** Nobody but its owner should look at it: it is not kept, `bytes` are none. */
  | { readonly kind: 'private-key' }
  /** Something that this is not for: a list of PKCS#7, a public key alone. */
  | { readonly kind: 'other'; readonly name: string }
  /** `at` counts bytes of the DER, or characters of the text where the fault is the text's. */
  | {
      readonly kind: 'fault';
      readonly code: DerFaultCode | PemFaultCode;
      readonly at: number;
      readonly inText: boolean;
    }
);

export type InspectedFile = {
  readonly form: 'pem' | 'der';
  readonly items: readonly Inspected[];
  /** There are more blocks than are read. */
  readonly more: boolean;
};

/** What is read of a file, and no byte more. */
export const mostFileBytes = derLimits.bytes;

const noBytes = new Uint8Array(0);

/** Reads a file of unknown origin: DER, PEM with any number of blocks, or base64 alone. Never throws, whatever the bytes. */
export function inspectFile(bytes: Uint8Array): InspectedFile {
  if (bytes.length > mostFileBytes)
    return whole({ kind: 'fault', code: 'too-large', at: mostFileBytes, inText: false, bytes: noBytes });
  if (bytes[0] === 0x30) return whole(inspectDer(bytes));
  const text = textOf(bytes);
  const { blocks, more } = readPem(text);
  if (blocks.length > 0) return { form: 'pem', items: blocks.map(inspectBlock), more };
  // Some tools hand out the base64 without the lines around it: `MII…`.
  const isBase64 = /^\s*MI[A-Za-z0-9+/=\s]+$/.test(text);
  const bare = isBase64 ? readBase64(text, 0, text.length) : null;
  return whole(inspectDer(bare?.kind === 'read' ? bare.value : bytes));
}

function whole(item: Inspected): InspectedFile {
  return { form: 'der', items: [item], more: false };
}

function inspectBlock({ label, read }: PemBlock): Inspected {
  if (/PRIVATE KEY$/.test(label)) return { kind: 'private-key', bytes: noBytes };
  if (read.kind === 'fault') return { kind: 'fault', ...read.fault, inText: true, bytes: noBytes };
  if (/PUBLIC KEY$|PARAMETERS$|^PKCS7$|^CMS$/.test(label)) return { kind: 'other', name: label, bytes: noBytes };
  return inspectDer(read.value);
}

/** One DER value: a certificate, a request, a list, what is known to be something else, or the fault that shows where it is none of them. */
export function inspectDer(bytes: Uint8Array): Inspected {
  const decoded = faultOr(() => decodeDer(bytes));
  if (decoded.kind === 'fault') return faulty(decoded.fault, bytes);
  const strange = strangeKind(decoded.value, bytes);
  if (strange) return strange;
  const certificate = faultOr(() => parseCertificate(bytes));
  if (certificate.kind === 'read') return { kind: 'certificate', value: certificate.value, bytes };
  const request = faultOr(() => parseCertificationRequest(bytes));
  if (request.kind === 'read') return { kind: 'certificationRequest', value: request.value, bytes };
  const list = faultOr(() => parseRevocationList(bytes));
  if (list.kind === 'read') return { kind: 'revocationList', value: list.value, bytes };
  // Which of the three it was meant to be: the one that makes sense the longest.
  const [furthest = certificate.fault] = [certificate.fault, request.fault, list.fault].sort((a, b) => b.at - a.at);
  return faulty(furthest, bytes);
}

function faulty({ code, at }: DerFault, bytes: Uint8Array): Inspected {
  return { kind: 'fault', code, at, inText: false, bytes };
}

/** What other files that hold DER begin with. */
function strangeKind({ children }: DerNode, bytes: Uint8Array): Inspected | null {
  const [first, second, third] = children;
  // ContentInfo (RFC 5652 §3): its kind, and [0] with the rest.
  if (isType(first, 'OBJECT IDENTIFIER') && isContext(second, 0)) {
    return { kind: 'other', name: objectName(readObjectIdentifier(first, bytes)), bytes: noBytes };
  }
  // PKCS#8 and PKCS#1 (RFC 5208 §5, RFC 8017 §A.1.2), EC keys (RFC 5915 §3): a version, then what nobody should see.
  const isKey =
    isType(first, 'INTEGER') &&
    (isType(second, 'OCTET STRING') ||
      isType(third, 'OCTET STRING') ||
      (isType(second, 'INTEGER') && children.length >= 9));
  if (isKey) return { kind: 'private-key', bytes: noBytes };
  // PFX (RFC 7292 §4).
  if (isType(first, 'INTEGER') && isType(second, 'SEQUENCE') && isType(second.children[0], 'OBJECT IDENTIFIER')) {
    return { kind: 'other', name: 'PKCS#12', bytes: noBytes };
  }
  return null;
}

/** How many things are looked at, of one file and of several. */
export const mostItems = 2 * mostBlocks;
