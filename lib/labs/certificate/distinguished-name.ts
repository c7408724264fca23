import { objectIdentifier, sequence, setOf, text } from '../der/encode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { objectIdentifiers, objectName } from '../der/object-identifiers';
import { expectType, isType, readObjectIdentifier, readText } from '../der/read';

/** One statement about a subject: the identifier of what is stated, and the text. */
export type NameAttribute = { readonly type: string; readonly value: string };

/** RFC 5280 §4.1.2.4: from the widest to the narrowest, each step a set, nearly always of one. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

/** What we write into names ourselves. */
export type PlainName = {
  readonly country?: string | undefined;
  readonly organization?: string | undefined;
  readonly commonName?: string | undefined;
};

const mostAttributes = 64;

export function readName(node: DerNode, bytes: Uint8Array): DistinguishedName {
  const steps = expectType(node, 'SEQUENCE').children;
  if (steps.length > mostAttributes) throw new DerFault('too-many', node.from);
  return steps.map((step) =>
    expectType(step, 'SET').children.map((attribute) => {
      const [type, value] = expectType(attribute, 'SEQUENCE').children;
      if (!type || !value) throw new DerFault('missing', attribute.to);
      // x500UniqueIdentifier is a string of bits: it is kept, and compares as what it is called.
      const isBits: boolean = isType(value, 'BIT STRING');
      return { type: readObjectIdentifier(type, bytes), value: isBits ? '' : readText(value, bytes) };
    }),
  );
}

/** Country, organization, common name: the order of nearly all names in use. */
export function plainName({ country, organization, commonName }: PlainName): DistinguishedName {
  const { countryName, organizationName, commonName: cn } = objectIdentifiers;
  const steps: [string, string | undefined][] = [
    [countryName, country],
    [organizationName, organization],
    [cn, commonName],
  ];
  return steps.flatMap(([type, value]) => (value === undefined ? [] : [[{ type, value }]]));
}

export function encodeName(name: DistinguishedName): Uint8Array<ArrayBuffer> {
  return sequence(
    ...name.map((step) =>
      setOf(...step.map(({ type, value }) => sequence(objectIdentifier(type), text(stringType(type, value), value)))),
    ),
  );
}

/** RFC 5280 asks for UTF8String or PrintableString, and of a country for the latter. */
function stringType(type: string, value: string): 'UTF8String' | 'PrintableString' {
  return type === objectIdentifiers.countryName && /^[A-Za-z]{2}$/.test(value) ? 'PrintableString' : 'UTF8String';
}

const short: Readonly<Record<string, string>> = {
  commonName: 'CN',
  countryName: 'C',
  localityName: 'L',
  stateOrProvinceName: 'ST',
  organizationName: 'O',
  organizationalUnitName: 'OU',
  domainComponent: 'DC',
};

/** `C=XX, O=Handrail, CN=Teaching Root`. */
export function nameText(name: DistinguishedName): string {
  return name.map((step) => step.map(({ type, value }) => `${attributeName(type)}=${value}`).join(' + ')).join(', ');
}

function attributeName(type: string): string {
  const name = objectName(type);
  return short[name] ?? name;
}

/** What one calls it: the common name, else the last statement there is. */
export function shortName(name: DistinguishedName): string {
  const all = name.flat();
  return (all.findLast(({ type }) => type === objectIdentifiers.commonName) ?? all.at(-1))?.value ?? '';
}

/** RFC 5280 §7.1, as far as ASCII goes: capital or not, and how many spaces, does not matter. */
export function sameName(a: DistinguishedName, b: DistinguishedName): boolean {
  return canonical(a) === canonical(b);
}

function canonical(name: DistinguishedName): string {
  return JSON.stringify(name.map((step) => step.map(({ type, value }) => [type, folded(value)].join('=')).toSorted()));
}

function folded(value: string): string {
  return value
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
