import { sitting as en } from './en/sitting';
import type { Locale } from './locale';
import { sitting as zh } from './zh/sitting';

export const sittingWords: Record<Locale, typeof en> = { en, zh };
