import { spoken } from '#lab-words';

export const tcpViewWords = spoken('tcpView');
