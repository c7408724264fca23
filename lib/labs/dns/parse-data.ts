import { unescaped } from './escape';
import { ipv4Bytes, ipv6Bytes } from './ipv6';
import type { RecordData } from './message';
import { type DomainName, parseName } from './name';
import type { ZoneType } from './record-type';

/** Reads what a record of a zone file says from its words; null when that is nothing for its type. */
export function parseData(type: ZoneType, words: readonly string[], origin: DomainName): RecordData | null {
  const [first = '', second = ''] = words;
  const name = (text: string) => {
    const read = parseName(text, origin);
    return read.kind === 'name' ? read.name : null;
  };
  switch (type) {
    case 'A':
      return words.length === 1 && ipv4Bytes(first) ? { type, address: first } : null;
    case 'AAAA':
      return words.length === 1 && ipv6Bytes(first) ? { type, address: first.toLowerCase() } : null;
    case 'NS':
    case 'CNAME':
    case 'PTR': {
      const target = words.length === 1 ? name(first) : null;
      return target === null ? null : { type, target };
    }
    case 'MX': {
      const exchange = words.length === 2 ? name(second) : null;
      const [preference] = numbers([first], 0xffff);
      return exchange === null || preference === undefined ? null : { type, preference, exchange };
    }
    case 'TXT': {
      const isText = words.length > 0 && words.length <= 250 && words.every((text) => lengthOf(text) <= 255);
      return isText ? { type, strings: [...words] } : null;
    }
    case 'SOA': {
      const mname = name(first);
      const rname = name(second);
      const [serial, ...times] = words.slice(2);
      const [refresh, retry, expire, minimum] = times.map((time) => seconds(time) ?? undefined);
      const [counted] = numbers([serial ?? ''], 0xffff_ffff);
      if (words.length !== 7 || mname === null || rname === null || counted === undefined) return null;
      if (refresh === undefined || retry === undefined || expire === undefined || minimum === undefined) return null;
      return { type, mname, rname, serial: counted, refresh, retry, expire, minimum };
    }
    case 'SRV': {
      const [priority, weight, port] = numbers(words.slice(0, 3), 0xffff);
      const target = words.length === 4 ? name(words[3] ?? '') : null;
      if (priority === undefined || weight === undefined || port === undefined || target === null) return null;
      return { type, priority, weight, port, target };
    }
  }
}

function lengthOf(text: string): number {
  const bytes = unescaped(text);
  return bytes instanceof Uint8Array ? bytes.length : Number.POSITIVE_INFINITY;
}

function numbers(words: readonly string[], most: number): number[] {
  const read = words.map((word) => (/^\d{1,10}$/.test(word) ? Number(word) : Number.NaN));
  return read.every((value) => value <= most) ? read : [];
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** `300`, `5m`, `1h30m` → seconds, as the master files of BIND have it; null for anything else or above 31 bits (RFC 2181 §8). */
export function seconds(text: string): number | null {
  if (!/^(\d{1,10}|(\d{1,8}[smhdw])+)$/i.test(text)) return null;
  const total = /^\d+$/.test(text)
    ? Number(text)
    : [...text.matchAll(/(\d+)([smhdw])/gi)].reduce(
        (sum, [, count = '0', unit = 's']) => sum + Number(count) * (units[unit.toLowerCase()] ?? 1),
        0,
      );
  return total <= 0x7fff_ffff ? total : null;
}
