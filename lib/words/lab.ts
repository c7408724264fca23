import { lab as en } from '@/lib/words/en/lab';
import type { Locale } from '@/lib/words/locale';
import { lab as zh } from '@/lib/words/zh/lab';

export const labWords: Record<Locale, typeof en> = { en, zh };
