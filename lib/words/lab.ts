import { spoken } from '#lab-words';

export const labWords = spoken('lab');
