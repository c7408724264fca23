import { tls as en } from '@/lib/words/en/tls';
import type { Locale } from '@/lib/words/locale';
import { tls as zh } from '@/lib/words/zh/tls';

export const tlsWords: Record<Locale, typeof en> = { en, zh };
