import { gradebook as en } from './en/gradebook';
import type { Locale } from './locale';
import { gradebook as zh } from './zh/gradebook';

export const gradebookWords: Record<Locale, typeof en> = { en, zh };
