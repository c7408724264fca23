import { DerFault } from './fault';
import type { UniversalType } from './tag';
import { timeFrom } from './time';

/** In DER all but SEQUENCE and SET is in one piece (X.690 §10.2). */
export function isPrimitiveType(type: UniversalType): boolean {
  return type !== 'SEQUENCE' && type !== 'SET';
}

/** Throws a DerFault where [from, to) of `bytes` is not the one way DER has to write a value of this type. */
export function checkPrimitive(type: UniversalType, bytes: Uint8Array, from: number, to: number) {
  const length = to - from;
  const first = bytes[from];
  switch (type) {
    case 'BOOLEAN':
      // §8.2.1 has one octet, §11.1 two values for it.
      if (length !== 1 || (first !== 0 && first !== 0xff)) throw new DerFault('bad-boolean', from);
      return;
    case 'INTEGER':
    case 'ENUMERATED':
      checkInteger(bytes, from, length);
      return;
    case 'NULL':
      if (length !== 0) throw new DerFault('bad-null', from);
      return;
    case 'BIT STRING':
      checkBitString(bytes, from, to);
      return;
    case 'OBJECT IDENTIFIER':
      checkObjectIdentifier(bytes, from, to);
      return;
    case 'UTCTime':
    case 'GeneralizedTime':
      if (timeFrom(type, bytes.subarray(from, to)) === null) throw new DerFault('bad-time', from);
      return;
    case 'UTF8String':
      if (!isUtf8(bytes.subarray(from, to))) throw new DerFault('bad-string', from);
      return;
    case 'IA5String':
    case 'PrintableString':
    case 'VisibleString':
      for (let at = from; at < to; at += 1) if ((bytes[at] ?? 0) > 0x7f) throw new DerFault('bad-string', at);
      return;
    case 'BMPString':
      if (length % 2 !== 0) throw new DerFault('bad-string', from);
      return;
    default:
      return;
  }
}

/** §8.3.2: not empty, and the first nine bits are not all alike. */
function checkInteger(bytes: Uint8Array, from: number, length: number) {
  if (length === 0) throw new DerFault('bad-integer', from);
  const [first = 0, second = 0] = [bytes[from], bytes[from + 1]];
  if (length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw new DerFault('bad-integer', from);
  }
}

/** §8.6.2, §11.2.1: the first octet counts the unused bits of the last, which are zero. */
function checkBitString(bytes: Uint8Array, from: number, to: number) {
  const unused = bytes[from] ?? 8;
  if (to === from || unused > 7 || (unused > 0 && to - from === 1)) throw new DerFault('bad-bit-string', from);
  if (((bytes[to - 1] ?? 0) & ((1 << unused) - 1)) !== 0 && to - from > 1) throw new DerFault('bad-bit-string', to - 1);
}

/** §8.19: seven bits an octet, no number begins with 80, the last one ends; longer than 64 octets nobody has. */
function checkObjectIdentifier(bytes: Uint8Array, from: number, to: number) {
  if (to === from || to - from > 64 || (bytes[to - 1] ?? 0x80) >= 0x80)
    throw new DerFault('bad-object-identifier', from);
  let begins = true;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (begins && byte === 0x80) throw new DerFault('bad-object-identifier', at);
    begins = byte < 0x80;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
