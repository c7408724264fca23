import type { LabId } from '@/lib/labs/labs';
import { landmarks as en } from './en/landmarks';
import type { Locale } from './locale';
import { landmarks as zh } from './zh/landmarks';

const words: Record<Locale, typeof en> = { en, zh };

/** How far somebody is in a lab; what has no words (a state of a process) by its own name. */
export function landmarkWords(lab: LabId, code: string, locale: Locale): string {
  const { named, more } = words[locale][lab];
  return (Object.hasOwn(named, code) ? named[code] : more?.(code)) ?? code;
}
