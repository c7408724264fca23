import { spoken } from '#lab-words';

export const dnsViewWords = spoken('dnsView');
