import { certificateFile as en } from './en/certificate-file';
import type { Locale } from './locale';
import { certificateFile as zh } from './zh/certificate-file';

export const certificateFileWords: Record<Locale, typeof en> = { en, zh };
