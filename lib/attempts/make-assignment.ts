import { randomUUID } from 'node:crypto';
import type { FrozenCandidate, NewAssignment } from '@/lib/attempts/assignment';
import type { KnownVersion } from '@/lib/attempts/known-version';
import type { AssignedPolicy } from '@/lib/attempts/policy';
import type { QuizSelection } from '@/lib/attempts/selection';
import type { Item } from '@/lib/curriculum/lesson';
import type { Localized } from '@/lib/words/locale';

export type AssignmentPlan = {
  readonly classId: string;
  readonly title: Localized;
  readonly policy: AssignedPolicy;
  readonly selection: QuizSelection;
  readonly opensAt: Date;
  readonly dueAt: Date;
};

/** What whoever assigns should know before they do. The words are lib/words/sitting's. */
export type AssignmentWarning = { readonly kind: 'answer-is-known'; readonly item: string };

export type AssignmentMade =
  | { readonly kind: 'made'; readonly assignment: NewAssignment; readonly warnings: readonly AssignmentWarning[] }
  | { readonly kind: 'refused'; readonly code: 'unknown-item' | 'too-few' | 'opens-after-due'; readonly name: string };

/** What an assignment needs to know of the content as it is now. */
export type Taught = {
  readonly items: Iterable<Item>;
  current(item: string): KnownVersion | undefined;
};

/** Freezes what a class is to be asked. A practice question may be graded, and then its answer is known to whoever has read the lesson. */
export function makeAssignment(taught: Taught, plan: AssignmentPlan): AssignmentMade {
  if (plan.opensAt >= plan.dueAt) return { kind: 'refused', code: 'opens-after-due', name: 'opensAt' };
  const all = [...taught.items];
  const { selection } = plan;
  const chosen: Item[] = [];
  if (selection.kind === 'items') {
    for (const id of selection.items) {
      const item = all.find((one) => one.id === id);
      if (!item) return { kind: 'refused', code: 'unknown-item', name: id };
      chosen.push(item);
    }
  } else {
    for (const { objective, count } of selection.objectives) {
      const pool = poolOf(all, objective);
      if (pool.length < count) return { kind: 'refused', code: 'too-few', name: objective };
      chosen.push(...pool);
    }
  }
  const frozen: FrozenCandidate[] = [];
  for (const item of chosen) {
    const known = taught.current(item.id);
    if (!known) return { kind: 'refused', code: 'unknown-item', name: item.id };
    frozen.push({
      item: item.id,
      objective: objectiveIn(item) ?? '',
      version: known.version,
      keyRevision: known.keyRevision,
    });
  }
  const warnings = chosen
    .filter((item) => item.kind === 'task' || item.question.use === 'practice')
    .map(({ id }) => ({ kind: 'answer-is-known', item: id }) as const);
  return { kind: 'made', assignment: { id: randomUUID(), ...plan, frozen }, warnings };
}

/** An objective's assessed questions; where it has none, those everybody may practise. */
function poolOf(items: readonly Item[], objective: string): Item[] {
  const all = items.filter((item) => item.kind === 'question' && objectiveIn(item) === objective);
  const assessed = all.filter((item) => item.kind === 'question' && item.question.use === 'assessed');
  return assessed.length > 0 ? assessed : all;
}

/** `tcp-tls/handshakes#open` */
function objectiveIn(item: Item): string | undefined {
  const objective = item.kind === 'question' ? item.question.objective : item.task.objective;
  return objective === undefined ? undefined : `${item.lesson}#${objective}`;
}
