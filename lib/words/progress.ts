import { progress as en } from './en/progress';
import type { Locale } from './locale';
import { progress as zh } from './zh/progress';

export const progressWords: Record<Locale, typeof en> = { en, zh };
