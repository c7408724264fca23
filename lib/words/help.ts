import { help as en } from './en/help';
import type { Locale } from './locale';
import { help as zh } from './zh/help';

export const helpWords: Record<Locale, typeof en> = { en, zh };
