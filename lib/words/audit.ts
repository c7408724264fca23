import { type AuditSaid, audit as en } from './en/audit';
import type { Locale } from './locale';
import { audit as zh } from './zh/audit';

export const auditWords: Record<Locale, typeof en> = { en, zh };

/** One entry of the trail as a sentence. What was written by another version of the product, whose action is none of ours, is told by its name. */
export function auditSentence(action: string, said: AuditSaid, locale: Locale): string {
  const words = auditWords[locale];
  const known = Object.entries(words.actions).find(([name]) => name === action);
  return known ? known[1](said) : words.unknown(action, said);
}
