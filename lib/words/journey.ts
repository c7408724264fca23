import { spoken } from '#lab-words';

export const journeyWords = spoken('journey');
