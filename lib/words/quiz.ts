import { quiz as en } from './en/quiz';
import type { Locale } from './locale';
import { quiz as zh } from './zh/quiz';

export const quizWords: Record<Locale, typeof en> = { en, zh };
