import type { DerNode } from '../der/node';
import { objectName } from '../der/object-identifiers';
import {
  latin,
  octetsOf,
  readBitString,
  readBoolean,
  readInteger,
  readObjectIdentifier,
  readText,
  readTime,
  setBits,
} from '../der/read';
import { universalType } from '../der/tag';
import { keyUsages } from './extension';
import { addressText } from './general-name';
import { timeTextOf } from './recipe';

const mostHex = 24;

/** What a value says, short: a name, a number, a time, the first octets of what says nothing to people. Empty for what only has parts. */
export function valueText(node: DerNode, bytes: Uint8Array, path: string): string {
  if (node.constructed) return '';
  const octets = octetsOf(node, bytes);
  if (node.tagClass !== 'universal') return implicitText(node.tag, octets, path);
  switch (universalType(node.tag)) {
    case 'BOOLEAN':
      return readBoolean(node, bytes) ? 'TRUE' : 'FALSE';
    case 'INTEGER':
    case 'ENUMERATED':
      return octets.length <= 6 && node.tag === 2 ? String(readInteger(node, bytes)) : hexText(octets);
    case 'OBJECT IDENTIFIER':
      return objectName(readObjectIdentifier(node, bytes));
    case 'UTCTime':
    case 'GeneralizedTime':
      return timeTextOf(readTime(node, bytes));
    case 'UTF8String':
    case 'PrintableString':
    case 'IA5String':
    case 'VisibleString':
    case 'TeletexString':
    case 'BMPString':
    case 'UniversalString':
      return readText(node, bytes);
    case 'BIT STRING':
      return path.endsWith('/keyUsage')
        ? setBits(readBitString(node, bytes))
            .flatMap((bit) => keyUsages[bit] ?? [])
            .join(', ')
        : hexText(octets.subarray(1));
    case 'NULL':
      return 'NULL';
    default:
      return hexText(octets);
  }
}

/** Of a GeneralName: text for e-mail, host and address on the web, an IP address; everything else is only octets. */
function implicitText(tag: number, octets: Uint8Array, path: string): string {
  const isName = /\/name\.\d+$/.test(path);
  if (isName && (tag === 1 || tag === 2 || tag === 6)) return latin(octets);
  if (isName && tag === 7) return addressText(octets);
  return hexText(octets);
}

/** `04:1f:…`. */
function hexText(octets: Uint8Array): string {
  const shown = Array.from(octets.subarray(0, mostHex), (octet) => octet.toString(16).padStart(2, '0')).join(':');
  return octets.length > mostHex ? `${shown}:…` : shown;
}
