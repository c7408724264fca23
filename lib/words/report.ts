import { report as en } from './en/report';
import type { Locale } from './locale';
import { report as zh } from './zh/report';

export const reportWords: Record<Locale, typeof en> = { en, zh };
