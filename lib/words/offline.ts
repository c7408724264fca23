import { offline as en } from './en/offline';
import type { Locale } from './locale';
import { offline as zh } from './zh/offline';

export const offlineWords: Record<Locale, typeof en> = { en, zh };
