import { spoken } from '#lab-words';

export const httpFieldWords = spoken('httpField');
