import { httpField as en } from '@/lib/words/en/http-field';
import type { Locale } from '@/lib/words/locale';
import { httpField as zh } from '@/lib/words/zh/http-field';

export const httpFieldWords: Record<Locale, typeof en> = { en, zh };
