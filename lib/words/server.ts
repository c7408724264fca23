import { server as en } from './en/server';
import type { Locale } from './locale';
import { server as zh } from './zh/server';

export const serverWords: Record<Locale, typeof en> = { en, zh };
