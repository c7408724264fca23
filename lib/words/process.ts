import { spoken } from '#lab-words';

export const processWords = spoken('process');
