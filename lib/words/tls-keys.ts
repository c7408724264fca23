import { spoken } from '#lab-words';

export const tlsKeyWords = spoken('tlsKeys');
