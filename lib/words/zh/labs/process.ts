import { process } from '../process';

/** What the process lab says in Chinese. */
export const words: typeof import('../../en/labs/process').words = { process };
