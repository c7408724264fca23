import { decodeWithin } from '../der/decode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { type ObjectName, objectName } from '../der/object-identifiers';
import {
  expectType,
  integerIn,
  isContext,
  isType,
  octetsOf,
  readBitString,
  readBoolean,
  readObjectIdentifier,
  readOctetString,
  readSmall,
  setBits,
} from '../der/read';
import { readName } from './distinguished-name';
import { type Extension, type ExtensionValue, keyUsages } from './extension';
import { type GeneralName, readGeneralName } from './general-name';

/** How deep in a certificate an extension's own value begins: for the limit on nesting. */
const insideDepth = 6;

/** The list under [3] of a certificate or [0] of a revocation list. No extension may stand there twice (RFC 5280 §4.2). */
export function readExtensions(list: DerNode, bytes: Uint8Array): Extension[] {
  const extensions = expectType(list, 'SEQUENCE').children.map((node) => readExtension(node, bytes));
  for (const [at, { oid }] of extensions.entries()) {
    const isRepeated = extensions.slice(0, at).some((earlier) => earlier.oid === oid);
    if (isRepeated) throw new DerFault('bad-value', list.children[at]?.from ?? list.from);
  }
  return extensions;
}

function readExtension(node: DerNode, bytes: Uint8Array): Extension {
  const [first, second, third] = expectType(node, 'SEQUENCE').children;
  const content = isType(second, 'BOOLEAN') ? third : second;
  if (!first || !content) throw new DerFault('missing', node.to);
  const oid = readObjectIdentifier(first, bytes);
  const critical = isType(second, 'BOOLEAN') && readBoolean(second, bytes);
  expectType(content, 'OCTET STRING');
  return { oid, critical, value: readValue(oid, content, bytes) };
}

type Reader = (inside: DerNode, bytes: Uint8Array) => ExtensionValue;

const readers: Partial<Record<ObjectName, Reader>> = {
  basicConstraints: (inside, bytes) => {
    const parts = expectType(inside, 'SEQUENCE').children;
    const cA = parts.find((part) => isType(part, 'BOOLEAN'));
    const length = parts.find((part) => isType(part, 'INTEGER'));
    return {
      kind: 'basicConstraints',
      cA: cA !== undefined && readBoolean(cA, bytes),
      pathLenConstraint: length ? readSmall(length, bytes) : null,
    };
  },
  keyUsage: (inside, bytes) => ({
    kind: 'keyUsage',
    usages: setBits(readBitString(inside, bytes)).flatMap((bit) => keyUsages[bit] ?? []),
  }),
  extKeyUsage: (inside, bytes) => ({
    kind: 'extKeyUsage',
    purposes: expectType(inside, 'SEQUENCE').children.map((part) => objectName(readObjectIdentifier(part, bytes))),
  }),
  subjectAltName: (inside, bytes) => ({ kind: 'subjectAltName', names: readNames(inside, bytes) }),
  subjectKeyIdentifier: (inside, bytes) => ({ kind: 'subjectKeyIdentifier', id: readOctetString(inside, bytes) }),
  authorityKeyIdentifier: readAuthority,
  cRLDistributionPoints: (inside, bytes) => ({
    kind: 'cRLDistributionPoints',
    points: expectType(inside, 'SEQUENCE').children.flatMap((point) => readPoint(point, bytes)),
  }),
  nameConstraints: (inside, bytes) => {
    const parts = expectType(inside, 'SEQUENCE').children;
    const subtrees = (number: number) =>
      parts
        .find((part) => isContext(part, number))
        ?.children.map((subtree) => {
          const [base] = expectType(subtree, 'SEQUENCE').children;
          if (!base) throw new DerFault('missing', subtree.to);
          return readGeneralName(base, bytes);
        }) ?? [];
    return { kind: 'nameConstraints', permitted: subtrees(0), excluded: subtrees(1) };
  },
};

const noted: readonly ObjectName[] = [
  'certificatePolicies',
  'authorityInfoAccess',
  'signedCertificateTimestamps',
  'cRLNumber',
  'cRLReason',
];

function readValue(oid: string, content: DerNode, bytes: Uint8Array): ExtensionValue {
  const name = objectName(oid);
  const reader = isReadable(name) ? readers[name] : undefined;
  if (reader) return reader(decodeWithin(bytes, content.valueFrom, content.to, insideDepth), bytes);
  return noted.some((one) => one === name) ? { kind: 'noted', name } : { kind: 'unknown' };
}

function isReadable(name: string): name is ObjectName {
  return name in readers;
}

function readNames(node: DerNode, bytes: Uint8Array): GeneralName[] {
  if (node.children.length > 1_000) throw new DerFault('too-many', node.from);
  return node.children.map((part) => readGeneralName(part, bytes));
}

/** RFC 5280 §4.2.1.1: [0] the key's name, or [1] its certificate's issuer with [2] its number. */
function readAuthority(inside: DerNode, bytes: Uint8Array): ExtensionValue {
  const parts = expectType(inside, 'SEQUENCE').children;
  const [id, issuer, serial] = [0, 1, 2].map((number) => parts.find((part) => isContext(part, number)));
  const directory = issuer?.children.find((part) => isContext(part, 4))?.children[0];
  return {
    kind: 'authorityKeyIdentifier',
    id: id ? octetsOf(id, bytes) : null,
    issuer: directory ? readName(directory, bytes) : null,
    serialNumber: serial ? integerIn(octetsOf(serial, bytes), serial.valueFrom) : null,
  };
}

/** RFC 5280 §4.2.1.13: only whole names are read. */
function readPoint(point: DerNode, bytes: Uint8Array): GeneralName[] {
  const where = expectType(point, 'SEQUENCE').children.find((part) => isContext(part, 0));
  const full = where?.children.find((part) => isContext(part, 0));
  return full ? readNames(full, bytes) : [];
}
