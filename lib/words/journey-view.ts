import { journeyView as en } from '@/lib/words/en/journey-view';
import type { Locale } from '@/lib/words/locale';
import { journeyView as zh } from '@/lib/words/zh/journey-view';

export const journeyViewWords: Record<Locale, typeof en> = { en, zh };
