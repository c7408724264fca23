import { spoken } from '#lab-words';

export const certificateFieldWords = spoken('certificateField');
