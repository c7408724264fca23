import { spoken } from '#lab-words';

export const tcpFieldWords = spoken('tcpField');
