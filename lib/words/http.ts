import { spoken } from '#lab-words';

export const httpWords = spoken('http');
