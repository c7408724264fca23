import { notes as en } from './en/notes';
import type { Locale } from './locale';
import { notes as zh } from './zh/notes';

export const notesWords: Record<Locale, typeof en> = { en, zh };
