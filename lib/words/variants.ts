import { variants as en } from './en/variants';
import type { Locale } from './locale';
import { variants as zh } from './zh/variants';

export const variantsWords: Record<Locale, typeof en> = { en, zh };
