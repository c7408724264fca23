/** How many rows the form of a question of one's own has. */
export const rowsOf = { options: 8, mistakes: 3, criteria: 5 } as const;

export const ownKinds = ['single-choice', 'multiple-choice', 'short-text', 'numeric', 'written'] as const;
export type OwnKind = (typeof ownKinds)[number];

export function isOwnKind(kind: unknown): kind is OwnKind {
  return typeof kind === 'string' && (ownKinds as readonly string[]).includes(kind);
}
