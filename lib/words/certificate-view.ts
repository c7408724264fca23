import { spoken } from '#lab-words';

export const certificateViewWords = spoken('certificateView');
