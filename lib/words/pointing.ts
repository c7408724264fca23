import { pointing as en } from './en/pointing';
import type { Locale } from './locale';
import { pointing as zh } from './zh/pointing';

export const pointingWords: Record<Locale, typeof en> = { en, zh };
