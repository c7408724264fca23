import { roster as en } from './en/roster';
import type { Locale } from './locale';
import { roster as zh } from './zh/roster';

export const rosterWords: Record<Locale, typeof en> = { en, zh };
