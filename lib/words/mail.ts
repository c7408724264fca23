import { mail as en } from './en/mail';
import type { Locale } from './locale';
import { mail as zh } from './zh/mail';

export const mailWords: Record<Locale, typeof en> = { en, zh };
