import { tlsField as en } from '@/lib/words/en/tls-field';
import type { Locale } from '@/lib/words/locale';
import { tlsField as zh } from '@/lib/words/zh/tls-field';

export const tlsFieldWords: Record<Locale, typeof en> = { en, zh };
