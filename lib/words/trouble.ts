import { trouble as en } from './en/trouble';
import type { Locale } from './locale';
import { trouble as zh } from './zh/trouble';

export const troubleWords: Record<Locale, typeof en> = { en, zh };
