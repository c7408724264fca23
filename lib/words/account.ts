import { account as en } from './en/account';
import type { Locale } from './locale';
import { account as zh } from './zh/account';

export const accountWords: Record<Locale, typeof en> = { en, zh };
