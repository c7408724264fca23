import { home as en } from './en/home';
import type { Locale } from './locale';
import { home as zh } from './zh/home';

export const homeWords: Record<Locale, typeof en> = { en, zh };
