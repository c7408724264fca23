import type { TlsRecord, TlsState } from '@/lib/labs/tls/state';
import type { Locale } from '@/lib/words/locale';
import { tlsWords } from '@/lib/words/tls';
import { tlsViewWords } from '@/lib/words/tls-view';

/** `Certificate, ServerKeyExchange`: what a record holds, under the RFC's names. */
export function saidIn(record: TlsRecord, locale: Locale): string {
  const { messages } = tlsWords[locale];
  if (record.said.length === 0) return tlsViewWords[locale].piece;
  return record.said.map(({ kind }) => messages[kind]).join(' + ');
}

/** `record 3, Certificate` */
export function nameOf(state: TlsState, id: number, locale: Locale): string {
  const record = state.records[id];
  const words = tlsViewWords[locale];
  return words.record(id + 1, record ? saidIn(record, locale) : words.piece);
}

/** Bytes are pointed at in two ways: a record as it is on the wire, and what is inside. */
export const wireObject = (id: number) => id * 2;
export const insideObject = (id: number) => id * 2 + 1;
