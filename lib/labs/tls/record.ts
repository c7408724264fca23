import type { ByteField, ByteMap } from '../byte-map';
import { concatenated } from '../bytes';
import { nonceLength, tagLength } from '../crypto/aead';
import { contentTypes, nameIn, versions } from './code-points';
import { hexOf } from './field-reader';
import type { Protection } from './protection';
import { uint } from './write';

/** RFC 8446 §5.1: what one record may hold, and how much longer protecting it may make it (§5.2, RFC 5246 §6.2.3). */
export const mostPlaintext = 2 ** 14;
export const mostExpansion = { '1.2': 2_048, '1.3': 256 } as const;
export const recordHeaderLength = 5;

export function writeRecord(type: number, version: number, fragment: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatenated(uint(type, 1), uint(version, 2), uint(fragment.length, 2), fragment);
}

export type RecordHeader = { type: number; version: number; length: number };

/** The header of the record that `bytes` begin with; null while it is not all there. */
export function readRecordHeader(bytes: Uint8Array): RecordHeader | null {
  if (bytes.length < recordHeaderLength) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type: view.getUint8(0), version: view.getUint16(1), length: view.getUint16(3) };
}

/** The records that a stream of bytes begins with, and what is left of it. */
export function splitRecords(stream: Uint8Array): { records: Uint8Array[]; rest: Uint8Array } {
  const records: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const header = readRecordHeader(stream.subarray(at));
    if (!header || stream.length - at < recordHeaderLength + header.length) break;
    records.push(stream.slice(at, at + recordHeaderLength + header.length));
    at += recordHeaderLength + header.length;
  }
  return { records, rest: stream.slice(at) };
}

/** The fields of a record: its header, and of a protected one the explicit nonce of 1.2's GCM, the sealed text and its tag. */
export function recordMap(record: Uint8Array, protection: Pick<Protection, 'version' | 'aead'> | null): ByteMap {
  const header = readRecordHeader(record);
  if (!header) return [{ field: 'tls.unread', from: 0, to: record.length, value: record.length }];
  const fields: ByteField[] = [
    { field: 'tls.record.type', from: 0, to: 1, value: nameIn(contentTypes, header.type) ?? header.type },
    { field: 'tls.record.version', from: 1, to: 3, value: nameIn(versions, header.version) ?? header.version },
    { field: 'tls.record.length', from: 3, to: 5, value: header.length },
  ];
  const add = (field: string, from: number, to: number) => {
    if (to > from) fields.push({ field, from, to, value: hexOf(record.subarray(from, to)) });
  };
  if (!protection) {
    add('tls.record.fragment', recordHeaderLength, record.length);
    return fields;
  }
  const explicit = explicitNonceLength(protection);
  const textAt = Math.min(record.length, recordHeaderLength + explicit);
  const tagAt = Math.max(textAt, record.length - tagLength);
  add('tls.record.explicit_nonce', recordHeaderLength, textAt);
  add('tls.record.encrypted', textAt, tagAt);
  add('tls.record.tag', tagAt, record.length);
  return fields;
}

/** RFC 5288 §3: eight bytes of the nonce travel with each record. RFC 7905 and RFC 8446 count them on both sides instead. */
export function explicitNonceLength({ version, aead }: Pick<Protection, 'version' | 'aead'>): 0 | 8 {
  return version === '1.2' && aead !== 'chacha20-poly1305' ? 8 : 0;
}

/** What of a nonce is secret and comes from the key schedule: 4 bytes for 1.2's GCM, else all 12. */
export function ivLength(facts: Pick<Protection, 'version' | 'aead'>): number {
  return nonceLength - explicitNonceLength(facts);
}
