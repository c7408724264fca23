import { search as en } from './en/search';
import type { Locale } from './locale';
import { search as zh } from './zh/search';

export const searchWords: Record<Locale, typeof en> = { en, zh };
