import { tcpView as en } from '@/lib/words/en/tcp-view';
import type { Locale } from '@/lib/words/locale';
import { tcpView as zh } from '@/lib/words/zh/tcp-view';

export const tcpViewWords: Record<Locale, typeof en> = { en, zh };
