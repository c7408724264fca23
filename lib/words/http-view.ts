import { spoken } from '#lab-words';

export const httpViewWords = spoken('httpView');
