import { out as en } from './en/out';
import type { Locale } from './locale';
import { out as zh } from './zh/out';

export const outWords: Record<Locale, typeof en> = { en, zh };
