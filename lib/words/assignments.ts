import { assignments as en } from './en/assignments';
import type { Locale } from './locale';
import { assignments as zh } from './zh/assignments';

export const assignmentsWords: Record<Locale, typeof en> = { en, zh };
