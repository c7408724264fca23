import { spoken } from '#lab-words';

export const tlsViewWords = spoken('tlsView');
