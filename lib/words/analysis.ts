import { analysis as en } from './en/analysis';
import type { Locale } from './locale';
import { analysis as zh } from './zh/analysis';

export const analysisWords: Record<Locale, typeof en> = { en, zh };
