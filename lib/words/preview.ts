import { preview as en } from '@/lib/words/en/preview';
import type { Locale } from '@/lib/words/locale';
import { preview as zh } from '@/lib/words/zh/preview';

export const previewWords: Record<Locale, typeof en> = { en, zh };
