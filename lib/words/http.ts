import { http as en } from '@/lib/words/en/http';
import type { Locale } from '@/lib/words/locale';
import { http as zh } from '@/lib/words/zh/http';

export const httpWords: Record<Locale, typeof en> = { en, zh };
