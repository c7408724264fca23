import { dns as en } from '@/lib/words/en/dns';
import type { Locale } from '@/lib/words/locale';
import { dns as zh } from '@/lib/words/zh/dns';

export const dnsWords: Record<Locale, typeof en> = { en, zh };
