import { tcp as en } from '@/lib/words/en/tcp';
import type { Locale } from '@/lib/words/locale';
import { tcp as zh } from '@/lib/words/zh/tcp';

export const tcpWords: Record<Locale, typeof en> = { en, zh };
