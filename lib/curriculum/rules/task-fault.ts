import type { AuthorError } from '../author-error';
import type { Item } from '../lesson';
import type { KeyPath } from '../schema-errors';

export type TaskItem = Extract<Item, { kind: 'task' }>;

/** A finding about a task, in its own file or in its solution's. */
export type TaskFault = Omit<AuthorError, 'file' | 'line' | 'column' | 'edit'> & {
  readonly in: 'task' | 'solution';
  readonly place: KeyPath;
};
