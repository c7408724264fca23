import type { AllowedAction } from './task';

type Action = { kind: string; side?: string | undefined };

/** What of a task says what may be done in it. */
type Permitting = { readonly actions: readonly AllowedAction[] };

/** The rule of a task in one shape, whichever way its author wrote it. */
export type Permission = { kind: string; side?: string | undefined; most?: number | undefined };

export function permissions(allowed: readonly AllowedAction[]): Permission[] {
  return allowed.map((entry) => (typeof entry === 'string' ? { kind: entry } : entry));
}

/** Whether a task lets its learner do this, having done `before`. */
export function isAllowed(task: Permitting, action: Action, before: readonly Action[]): boolean {
  return permissions(task.actions).some((permission) => {
    if (!covers(permission, action)) return false;
    return (
      permission.most === undefined || before.filter((earlier) => covers(permission, earlier)).length < permission.most
    );
  });
}

function covers(permission: Permission, action: Action): boolean {
  return permission.kind === action.kind && (permission.side === undefined || permission.side === action.side);
}

/** The place of the first action that a task does not let its learner do; -1 when there is none. */
export function firstForbidden(task: Permitting, actions: readonly Action[]): number {
  const used = permissions(task.actions).map((permission) => ({ permission, times: 0 }));
  return actions.findIndex((action) => {
    const covering = used.filter(({ permission }) => covers(permission, action));
    const isOpen = covering.some(({ permission, times }) => permission.most === undefined || times < permission.most);
    for (const one of covering) one.times += 1;
    return !isOpen;
  });
}

/** The kinds of action a task leaves open, for `Lab.deadEnd`. */
export function allowedKinds(task: Permitting): string[] {
  return permissions(task.actions).map((permission) => permission.kind);
}
