import { process } from '../process';

/** What the process lab says in English. */
export const words = { process };
