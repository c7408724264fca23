import { spoken } from '#lab-words';

export const dnsWords = spoken('dns');
