import { classProgress as en } from './en/class-progress';
import type { Locale } from './locale';
import { classProgress as zh } from './zh/class-progress';

export const classProgressWords: Record<Locale, typeof en> = { en, zh };
