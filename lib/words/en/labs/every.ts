import { lab } from '../lab';

/** What all labs say alike in English. */
export const words = { lab };
