import { tlsKeys as en } from '@/lib/words/en/tls-keys';
import type { Locale } from '@/lib/words/locale';
import { tlsKeys as zh } from '@/lib/words/zh/tls-keys';

export const tlsKeyWords: Record<Locale, typeof en> = { en, zh };
