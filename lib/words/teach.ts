import { teach as en } from './en/teach';
import type { Locale } from './locale';
import { teach as zh } from './zh/teach';

export const teachWords: Record<Locale, typeof en> = { en, zh };
