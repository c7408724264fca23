import { attempts as en } from './en/attempts';
import type { Locale } from './locale';
import { attempts as zh } from './zh/attempts';

export const attemptsWords: Record<Locale, typeof en> = { en, zh };
