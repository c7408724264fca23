import type { MemberName } from '@/lib/classes/display-name';

/** More time for one learner or for a group of the class, as staff see it. */
export type GivenExtension = {
  readonly id: string;
  /** Null: for the group. */
  readonly learner: ({ readonly id: string } & MemberName) | null;
  readonly group: string | null;
  /** Null: as for everyone. */
  readonly dueAt: Date | null;
  readonly timeFactor: number;
};

/** Whom an extension is for, as a form says it: `learner:{id}` or `group:{name}`. */
export function readRecipient(text: string): { learnerId: string } | { groupName: string } | undefined {
  const [kind, ...rest] = text.split(':');
  const name = rest.join(':');
  if (kind === 'learner') return { learnerId: name };
  return kind === 'group' && name !== '' && !name.includes('\0') ? { groupName: name } : undefined;
}
