import { certificateView as en } from './en/certificate-view';
import type { Locale } from './locale';
import { certificateView as zh } from './zh/certificate-view';

export const certificateViewWords: Record<Locale, typeof en> = { en, zh };
