import { httpView as en } from '@/lib/words/en/http-view';
import type { Locale } from '@/lib/words/locale';
import { httpView as zh } from '@/lib/words/zh/http-view';

export const httpViewWords: Record<Locale, typeof en> = { en, zh };
