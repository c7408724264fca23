import { site as en } from './en/site';
import type { Locale } from './locale';
import { site as zh } from './zh/site';

export const siteWords: Record<Locale, typeof en> = { en, zh };
