import { helpPanel as en } from './en/help-panel';
import type { Locale } from './locale';
import { helpPanel as zh } from './zh/help-panel';

export const helpPanelWords: Record<Locale, typeof en> = { en, zh };
