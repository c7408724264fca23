import { explicit, implicit } from '../der/encode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { latin, octetsOf } from '../der/read';
import { type DistinguishedName, encodeName, nameText, readName } from './distinguished-name';

/** RFC 5280 §4.2.1.6: the ways to say whom or what a certificate, a list or a rule is about. */
export type GeneralName =
  | { readonly kind: 'dns' | 'email' | 'uri'; readonly text: string }
  /** Four octets or sixteen; twice as many with a mask, in name constraints. */
  | { readonly kind: 'ip'; readonly octets: Uint8Array }
  | { readonly kind: 'directory'; readonly name: DistinguishedName }
  | { readonly kind: 'other'; readonly tag: number };

const textTags = { 1: 'email', 2: 'dns', 6: 'uri' } as const;

export function readGeneralName(node: DerNode, bytes: Uint8Array): GeneralName {
  if (node.tagClass !== 'context') throw new DerFault('unexpected-type', node.from);
  const octets = octetsOf(node, bytes);
  switch (node.tag) {
    case 1:
    case 2:
    case 6: {
      const bad = octets.findIndex((octet) => octet > 0x7f);
      if (bad !== -1 || node.constructed) throw new DerFault('bad-string', node.valueFrom + Math.max(bad, 0));
      return { kind: textTags[node.tag], text: latin(octets) };
    }
    case 4: {
      const [name] = node.children;
      if (!name) throw new DerFault('missing', node.to);
      return { kind: 'directory', name: readName(name, bytes) };
    }
    case 7:
      if (node.constructed) throw new DerFault('wrong-form', node.from);
      return { kind: 'ip', octets };
    default:
      return { kind: 'other', tag: node.tag };
  }
}

export function encodeGeneralName(name: GeneralName): Uint8Array<ArrayBuffer> {
  switch (name.kind) {
    case 'email':
      return implicit(1, new TextEncoder().encode(name.text));
    case 'dns':
      return implicit(2, new TextEncoder().encode(name.text));
    case 'uri':
      return implicit(6, new TextEncoder().encode(name.text));
    case 'ip':
      return implicit(7, name.octets);
    case 'directory':
      return explicit(4, encodeName(name.name));
    case 'other':
      throw new RangeError('a name of a kind that is only read');
  }
}

/** `shop.example`, `192.0.2.1`, `C=XX, CN=…`. */
export function generalNameText(name: GeneralName): string {
  if (name.kind === 'ip') return addressText(name.octets);
  if (name.kind === 'directory') return nameText(name.name);
  return name.kind === 'other' ? `[${name.tag}]` : name.text;
}

/** Dotted for four octets, eight groups without abbreviation for sixteen, an address and its mask for twice as many. */
export function addressText(octets: Uint8Array): string {
  if (octets.length === 8 || octets.length === 32) {
    return `${addressText(octets.subarray(0, octets.length / 2))}/${addressText(octets.subarray(octets.length / 2))}`;
  }
  if (octets.length === 4) return octets.join('.');
  const groups = Array.from({ length: Math.floor(octets.length / 2) }, (_, at) =>
    ((octets[at * 2] ?? 0) * 256 + (octets[at * 2 + 1] ?? 0)).toString(16),
  );
  return groups.join(':');
}

/** The octets of an address as people write it; null for text that is none. */
export function addressOctets(text: string): Uint8Array<ArrayBuffer> | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const numbers = text.split('.').map(Number);
    return numbers.every((number) => number < 256) ? Uint8Array.from(numbers) : null;
  }
  if (!/^[0-9a-f:]{2,39}$/i.test(text) || !text.includes(':')) return null;
  const [before = '', after, ...more] = text.split('::');
  if (more.length > 0) return null;
  const groups = (side: string) => (side === '' ? [] : side.split(':'));
  const [head, tail] = [groups(before), groups(after ?? '')];
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return Uint8Array.from(all.flatMap((group) => [Number.parseInt(group, 16) >>> 8, Number.parseInt(group, 16) & 0xff]));
}

/** What a person means by `shop.example` or `192.0.2.1`. */
export function hostName(text: string): GeneralName {
  const octets = addressOctets(text);
  return octets ? { kind: 'ip', octets } : { kind: 'dns', text };
}
