import { shortcuts as en } from './en/shortcuts';
import type { Locale } from './locale';
import { shortcuts as zh } from './zh/shortcuts';

export const shortcutWords: Record<Locale, typeof en> = { en, zh };
