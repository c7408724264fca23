import { reportDialog as en } from './en/report-dialog';
import type { Locale } from './locale';
import { reportDialog as zh } from './zh/report-dialog';

export const reportDialogWords: Record<Locale, typeof en> = { en, zh };
