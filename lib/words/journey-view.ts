import { spoken } from '#lab-words';

export const journeyViewWords = spoken('journeyView');
