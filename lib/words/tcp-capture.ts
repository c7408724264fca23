import { tcpCapture as en } from '@/lib/words/en/tcp-capture';
import type { Locale } from '@/lib/words/locale';
import { tcpCapture as zh } from '@/lib/words/zh/tcp-capture';

export const tcpCaptureWords: Record<Locale, typeof en> = { en, zh };
