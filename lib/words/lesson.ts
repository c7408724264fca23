import { lesson as en } from '@/lib/words/en/lesson';
import type { Locale } from '@/lib/words/locale';
import { lesson as zh } from '@/lib/words/zh/lesson';

export const lessonWords: Record<Locale, typeof en> = { en, zh };
