import { quizTrouble as en } from './en/quiz-trouble';
import type { Locale } from './locale';
import { quizTrouble as zh } from './zh/quiz-trouble';

export const quizTroubleWords: Record<Locale, typeof en> = { en, zh };
