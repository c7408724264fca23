import { spoken } from '#lab-words';

export const tlsWords = spoken('tls');
