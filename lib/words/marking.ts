import { marking as en } from './en/marking';
import type { Locale } from './locale';
import { marking as zh } from './zh/marking';

export const markingWords: Record<Locale, typeof en> = { en, zh };
