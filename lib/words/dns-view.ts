import { dnsView as en } from '@/lib/words/en/dns-view';
import type { Locale } from '@/lib/words/locale';
import { dnsView as zh } from '@/lib/words/zh/dns-view';

export const dnsViewWords: Record<Locale, typeof en> = { en, zh };
