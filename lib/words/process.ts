import { process as en } from '@/lib/words/en/process';
import type { Locale } from '@/lib/words/locale';
import { process as zh } from '@/lib/words/zh/process';

export const processWords: Record<Locale, typeof en> = { en, zh };
