import { dnsField as en } from '@/lib/words/en/dns-field';
import type { Locale } from '@/lib/words/locale';
import { dnsField as zh } from '@/lib/words/zh/dns-field';

export const dnsFieldWords: Record<Locale, typeof en> = { en, zh };
