import { tcpField as en } from '@/lib/words/en/tcp-field';
import type { Locale } from '@/lib/words/locale';
import { tcpField as zh } from '@/lib/words/zh/tcp-field';

export const tcpFieldWords: Record<Locale, typeof en> = { en, zh };
