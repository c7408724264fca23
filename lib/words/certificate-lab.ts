import { spoken } from '#lab-words';

export const certificateLabWords = spoken('certificateLab');
