import { classes as en } from './en/classes';
import type { Locale } from './locale';
import { classes as zh } from './zh/classes';

export const classesWords: Record<Locale, typeof en> = { en, zh };
