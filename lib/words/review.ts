import { review as en } from './en/review';
import type { Locale } from './locale';
import { review as zh } from './zh/review';

export const reviewWords: Record<Locale, typeof en> = { en, zh };
