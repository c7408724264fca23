import { placing as en } from './en/placing';
import type { Locale } from './locale';
import { placing as zh } from './zh/placing';

export const placingWords: Record<Locale, typeof en> = { en, zh };
