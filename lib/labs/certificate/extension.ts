import type { DistinguishedName } from './distinguished-name';
import type { GeneralName } from './general-name';

/** RFC 5280 §4.2.1.3, in the order of their bits. */
export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof keyUsages)[number];

export type Subtrees = { readonly permitted: readonly GeneralName[]; readonly excluded: readonly GeneralName[] };

/** What the extensions that we know say (RFC 5280 §4.2.1). */
export type ExtensionValue =
  | { readonly kind: 'basicConstraints'; readonly cA: boolean; readonly pathLenConstraint: number | null }
  | { readonly kind: 'keyUsage'; readonly usages: readonly KeyUsage[] }
  /** Identifiers, or the names of those we know: `serverAuth`. */
  | { readonly kind: 'extKeyUsage'; readonly purposes: readonly string[] }
  | { readonly kind: 'subjectAltName'; readonly names: readonly GeneralName[] }
  | { readonly kind: 'subjectKeyIdentifier'; readonly id: Uint8Array }
  | {
      readonly kind: 'authorityKeyIdentifier';
      readonly id: Uint8Array | null;
      readonly issuer: DistinguishedName | null;
      readonly serialNumber: bigint | null;
    }
  | { readonly kind: 'cRLDistributionPoints'; readonly points: readonly GeneralName[] }
  | ({ readonly kind: 'nameConstraints' } & Subtrees)
  /** Known by name, without meaning for our checks: policies, where to ask for more, timestamps of logs. */
  | { readonly kind: 'noted'; readonly name: string }
  | { readonly kind: 'unknown' };

export type Extension = {
  /** `2.5.29.17`. */
  readonly oid: string;
  readonly critical: boolean;
  readonly value: ExtensionValue;
};

/** The value of the extension of that kind, if the certificate has it. */
export function valueIn<Kind extends ExtensionValue['kind']>(
  extensions: readonly Extension[],
  kind: Kind,
): Extract<ExtensionValue, { kind: Kind }> | undefined {
  for (const { value } of extensions) if (isKind(value, kind)) return value;
  return undefined;
}

function isKind<Kind extends ExtensionValue['kind']>(
  value: ExtensionValue,
  kind: Kind,
): value is Extract<ExtensionValue, { kind: Kind }> {
  return value.kind === kind;
}
