import { live as en } from './en/live';
import type { Locale } from './locale';
import { live as zh } from './zh/live';

export const liveWords: Record<Locale, typeof en> = { en, zh };
