import { gradebookLearner as en } from './en/gradebook-learner';
import type { Locale } from './locale';
import { gradebookLearner as zh } from './zh/gradebook-learner';

export const gradebookLearnerWords: Record<Locale, typeof en> = { en, zh };
