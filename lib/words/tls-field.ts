import { spoken } from '#lab-words';

export const tlsFieldWords = spoken('tlsField');
