import { join as en } from './en/join';
import type { Locale } from './locale';
import { join as zh } from './zh/join';

export const joinWords: Record<Locale, typeof en> = { en, zh };
