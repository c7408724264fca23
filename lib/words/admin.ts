import { admin as en } from './en/admin';
import type { Locale } from './locale';
import { admin as zh } from './zh/admin';

export const adminWords: Record<Locale, typeof en> = { en, zh };
