import { prediction as en } from './en/prediction';
import type { Locale } from './locale';
import { prediction as zh } from './zh/prediction';

export const predictionWords: Record<Locale, typeof en> = { en, zh };
