import { spoken } from '#lab-words';

export const tcpWords = spoken('tcp');
