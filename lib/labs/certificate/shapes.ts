import type { DerNode } from '../der/node';
import { objectIdentifiers, objectName } from '../der/object-identifiers';
import { isContext, isType, readObjectIdentifier } from '../der/read';
import type { UniversalType } from '../der/tag';

/**
 * What the parts of a value are called, as the ASN.1 of RFC 5280's appendix A has it. Only for names: what is wrong with a value,
 * `parse-certificate` says; a part that fits nowhere is just called a part.
 */
export type Shape = {
  readonly parts?: readonly Part[];
  /** SEQUENCE OF and SET OF. */
  readonly each?: { readonly name: string; readonly shape: (node: DerNode | undefined, bytes: Uint8Array) => Shape };
  /** The value that an OCTET STRING or BIT STRING holds. */
  readonly holds?: { readonly name: string; readonly shape: Shape };
};
type Part = {
  readonly name: string;
  /** There only where the part has this tag. */
  readonly context?: number;
  readonly type?: UniversalType;
  readonly shape?: (whole: DerNode, bytes: Uint8Array) => Shape;
};

const seq = (...parts: readonly Part[]): Shape => ({ parts });
const listOf = (name: string, shape: Shape = {}): Shape => ({ each: { name, shape: () => shape } });
const as = (shape: Shape) => () => shape;

const plainAlgorithm = seq(
  { name: 'algorithm' },
  { name: 'parameters', shape: as(seq({ name: 'algorithm' }, { name: 'parameters' })) },
);
/** Only RSASSA-PSS has parameters with parts (RFC 4055 §3.1). */
const pssParameters = seq(
  { name: 'hashAlgorithm', context: 0, shape: as(seq({ name: 'algorithm', shape: as(plainAlgorithm) })) },
  { name: 'maskGenAlgorithm', context: 1, shape: as(seq({ name: 'algorithm', shape: as(plainAlgorithm) })) },
  { name: 'saltLength', context: 2, shape: as(seq({ name: 'number' })) },
  { name: 'trailerField', context: 3, shape: as(seq({ name: 'number' })) },
);
const algorithm = seq({ name: 'algorithm' }, { name: 'parameters', shape: as(pssParameters) });
const name: Shape = listOf('rdn', listOf('attribute', seq({ name: 'type' }, { name: 'value' })));
const validity = seq({ name: 'notBefore' }, { name: 'notAfter' });
const rsaKey: Shape = { holds: { name: 'RSAPublicKey', shape: seq({ name: 'modulus' }, { name: 'publicExponent' }) } };
const keyInfo = seq(
  { name: 'algorithm', shape: as(algorithm) },
  { name: 'subjectPublicKey', shape: (whole, bytes) => (isRsa(whole, bytes) ? rsaKey : {}) },
);

const directory = seq({ name: 'directoryName', shape: as(name) });
const names: Shape = { each: { name: 'name', shape: (node) => (isContext(node, 4) ? directory : {}) } };
const inside: Readonly<Record<string, Shape>> = {
  basicConstraints: seq({ name: 'cA', type: 'BOOLEAN' }, { name: 'pathLenConstraint', type: 'INTEGER' }),
  keyUsage: {},
  extKeyUsage: listOf('purpose'),
  subjectAltName: names,
  subjectKeyIdentifier: {},
  authorityKeyIdentifier: seq(
    { name: 'keyIdentifier', context: 0 },
    { name: 'authorityCertIssuer', context: 1, shape: as(names) },
    { name: 'authorityCertSerialNumber', context: 2 },
  ),
  cRLDistributionPoints: listOf(
    'point',
    seq({
      name: 'distributionPoint',
      context: 0,
      shape: as(seq({ name: 'fullName', context: 0, shape: as(names) })),
    }),
  ),
  nameConstraints: seq(
    { name: 'permittedSubtrees', context: 0, shape: as(listOf('subtree', names)) },
    { name: 'excludedSubtrees', context: 1, shape: as(listOf('subtree', names)) },
  ),
  cRLNumber: {},
  cRLReason: {},
};

const extension = (node: DerNode | undefined, bytes: Uint8Array): Shape => {
  const kind = firstName(node, bytes);
  const value = inside[kind];
  return seq(
    { name: 'extnID' },
    { name: 'critical', type: 'BOOLEAN' },
    { name: 'extnValue', shape: () => (value ? { holds: { name: kind, shape: value } } : {}) },
  );
};
const extensions: Shape = { each: { name: 'extension', shape: extension } };
const wrapped = (shape: Shape): Shape => seq({ name: 'list', shape: as(shape) });

const tbsCertificate = seq(
  { name: 'version', context: 0, shape: as(seq({ name: 'number' })) },
  { name: 'serialNumber' },
  { name: 'signature', shape: as(algorithm) },
  { name: 'issuer', shape: as(name) },
  { name: 'validity', shape: as(validity) },
  { name: 'subject', shape: as(name) },
  { name: 'subjectPublicKeyInfo', shape: as(keyInfo) },
  { name: 'issuerUniqueID', context: 1 },
  { name: 'subjectUniqueID', context: 2 },
  { name: 'extensions', context: 3, shape: as(wrapped(extensions)) },
);

const revoked = seq(
  { name: 'userCertificate' },
  { name: 'revocationDate' },
  { name: 'crlEntryExtensions', shape: as(extensions) },
);
const tbsCertList = seq(
  { name: 'version', type: 'INTEGER' },
  { name: 'signature', shape: as(algorithm) },
  { name: 'issuer', shape: as(name) },
  { name: 'thisUpdate' },
  { name: 'nextUpdate', type: 'UTCTime' },
  { name: 'nextUpdate', type: 'GeneralizedTime' },
  { name: 'revokedCertificates', type: 'SEQUENCE', shape: as(listOf('revoked', revoked)) },
  { name: 'crlExtensions', context: 0, shape: as(wrapped(extensions)) },
);

const signed = (part: string, shape: Shape): Shape =>
  seq(
    { name: part, shape: as(shape) },
    { name: 'signatureAlgorithm', shape: as(algorithm) },
    { name: 'signatureValue' },
  );

const attribute = (node: DerNode | undefined, bytes: Uint8Array): Shape =>
  seq(
    { name: 'type' },
    { name: 'values', shape: as(firstName(node, bytes) === 'extensionRequest' ? listOf('list', extensions) : {}) },
  );
const certificationRequestInfo = seq(
  { name: 'version' },
  { name: 'subject', shape: as(name) },
  { name: 'subjectPublicKeyInfo', shape: as(keyInfo) },
  { name: 'attributes', context: 0, shape: as({ each: { name: 'attribute', shape: attribute } }) },
);

/** What is signed and shown as bytes: RFC 5280 §4.1 and §5.1, RFC 2986 §4. */
export const shapes = {
  certificate: signed('tbsCertificate', tbsCertificate),
  revocationList: signed('tbsCertList', tbsCertList),
  certificationRequest: signed('certificationRequestInfo', certificationRequestInfo),
} as const;
export type ShapeName = keyof typeof shapes;

function isRsa(keyInfoNode: DerNode, bytes: Uint8Array): boolean {
  const [identifier] = keyInfoNode.children[0]?.children ?? [];
  const isIdentifier = isType(identifier, 'OBJECT IDENTIFIER');
  return isIdentifier && readObjectIdentifier(identifier, bytes) === objectIdentifiers.rsaEncryption;
}

/** The name of the identifier that an extension or an attribute begins with. */
function firstName(node: DerNode | undefined, bytes: Uint8Array): string {
  const [identifier] = node?.children ?? [];
  return isType(identifier, 'OBJECT IDENTIFIER') ? objectName(readObjectIdentifier(identifier, bytes)) : '';
}
