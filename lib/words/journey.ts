import { journey as en } from '@/lib/words/en/journey';
import type { Locale } from '@/lib/words/locale';
import { journey as zh } from '@/lib/words/zh/journey';

export const journeyWords: Record<Locale, typeof en> = { en, zh };
