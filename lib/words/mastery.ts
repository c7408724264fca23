import { mastery as en } from './en/mastery';
import type { Locale } from './locale';
import { mastery as zh } from './zh/mastery';

export const masteryWords: Record<Locale, typeof en> = { en, zh };
