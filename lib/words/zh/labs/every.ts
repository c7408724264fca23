import { lab } from '../lab';

/** What all labs say alike in Chinese. */
export const words: typeof import('../../en/labs/every').words = { lab };
