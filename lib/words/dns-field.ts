import { spoken } from '#lab-words';

export const dnsFieldWords = spoken('dnsField');
