import { kinds as en } from './en/kinds';
import type { Locale } from './locale';
import { kinds as zh } from './zh/kinds';

export const kindsWords: Record<Locale, typeof en> = { en, zh };
