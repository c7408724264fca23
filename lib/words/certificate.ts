import { certificate as en } from './en/certificate';
import type { Locale } from './locale';
import { certificate as zh } from './zh/certificate';

export const certificateWords: Record<Locale, typeof en> = { en, zh };
