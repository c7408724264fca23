import { practiceServer as en } from './en/practice-server';
import type { Locale } from './locale';
import { practiceServer as zh } from './zh/practice-server';

export const practiceServerWords: Record<Locale, typeof en> = { en, zh };
