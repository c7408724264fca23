import type { ByteField } from '@/lib/labs/byte-map';
import { isFieldName } from '@/lib/labs/tcp/field-name';
import type { Segment } from '@/lib/labs/tcp/segment';
import type { Locale } from '@/lib/words/locale';
import { tcpFieldWords } from '@/lib/words/tcp-field';
import type { FieldWords } from '../bytes/byte-inspector';

/** A field of a segment in words: its name, its value as one writes it, and what it is for in this very segment. */
export function explainField({ field, value }: ByteField, segment: Segment, locale: Locale): FieldWords {
  const words = tcpFieldWords[locale];
  if (!isFieldName(field))
    throw new Error(`expected a field of lib/labs/tcp/field-name.ts in the byte map, found ${field}`);
  return { name: words.names[field], value: written(field, value), why: words.meaning(field, value, segment) };
}

/** As one reads it elsewhere: checksums and identifications in hexadecimal. */
export function written(field: string, value: number | string): string {
  const isHex = field.endsWith('.checksum') || field === 'ip.identification';
  return isHex ? `0x${Number(value).toString(16).padStart(4, '0')}` : String(value);
}
