import { certificateLab as en } from './en/certificate-lab';
import type { Locale } from './locale';
import { certificateLab as zh } from './zh/certificate-lab';

export const certificateLabWords: Record<Locale, typeof en> = { en, zh };
