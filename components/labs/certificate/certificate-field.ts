import type { ByteField } from '@/lib/labs/byte-map';
import { certificateFieldWords } from '@/lib/words/certificate-field';
import type { Locale } from '@/lib/words/locale';
import type { FieldWords } from '../bytes/byte-inspector';

/** A field of a certificate in words. Its name is a path: `certificate/tbsCertificate/issuer~tag`. */
export function explainField({ field, value }: ByteField, locale: Locale): FieldWords {
  const words = certificateFieldWords[locale];
  const [path = '', role] = field.split('~');
  if (path === 'unreadable') return { ...words.unreadable, value: String(value) };
  const step = path.split('/').at(-1)?.split('.')[0] ?? '';
  const [name, why] = wordsOf(step, words.names) ?? [words.part.name, words.part.why];
  if (role === undefined)
    return { name, why: [String(value), why].filter((text) => text !== '').join(' · '), value: String(value) };
  const own = role === 'tag' || role === 'length' || role === 'unused' ? words[role] : words.value;
  return {
    name: words.partOf(name, own.name),
    value: String(value),
    why: [String(value), own.why].filter((text) => text !== '').join(' · '),
  };
}

function wordsOf(step: string, names: Readonly<Record<string, readonly [name: string, why: string]>>) {
  return names[step];
}
