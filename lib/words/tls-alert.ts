import { tlsAlert as en } from '@/lib/words/en/tls-alert';
import type { Locale } from '@/lib/words/locale';
import { tlsAlert as zh } from '@/lib/words/zh/tls-alert';

export const tlsAlertWords: Record<Locale, typeof en> = { en, zh };
