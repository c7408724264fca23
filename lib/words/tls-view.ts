import { tlsView as en } from '@/lib/words/en/tls-view';
import type { Locale } from '@/lib/words/locale';
import { tlsView as zh } from '@/lib/words/zh/tls-view';

export const tlsViewWords: Record<Locale, typeof en> = { en, zh };
