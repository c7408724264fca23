import { yourRequest as en } from '@/lib/words/en/your-request';
import type { Locale } from '@/lib/words/locale';
import { yourRequest as zh } from '@/lib/words/zh/your-request';

export const yourRequestWords: Record<Locale, typeof en> = { en, zh };
