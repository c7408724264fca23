import { isOver, type SeenRun } from '@/lib/access/visibility';
import { type Policy, type SittingKind, triesOf } from '@/lib/attempts/policy';

/** What a sitting asks, as it was when it opened: an item's version, the key it is graded by, and this learner's numbers. */
export type FrozenItem = { item: string; version: string; keyRevision: number; draw: string | null };

/** One run of a graded or timed quiz, or of a lesson's door, of one learner. */
export type Sitting = {
  readonly learnerId: string;
  readonly id: string;
  readonly kind: SittingKind;
  /** Of a door. */
  readonly lesson: string | null;
  readonly assignment: string | null;
  readonly policy: Policy;
  readonly items: readonly FrozenItem[];
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly acceptsUntil: Date | null;
  readonly handedInAt: Date | null;
  /** When the work is over for good, lateness included. */
  readonly endsAt: Date | null;
};

export type SittingState = 'open' | 'handed-in' | 'closed';

export function stateOf(sitting: Sitting, now: Date): SittingState {
  if (sitting.handedInAt) return 'handed-in';
  return isOver(sitting, now) ? 'closed' : 'open';
}

/** What decides when its answers may be seen. */
export function runOf({ kind, policy, acceptsUntil, handedInAt, endsAt }: Sitting): SeenRun {
  const feedback = policy.kind === 'door' ? 'at-end' : policy.feedback;
  return { kind, feedback, tries: triesOf(policy), acceptsUntil, handedInAt, endsAt };
}

/** The entry of an answer that names item and version; undefined when the sitting does not ask that. */
export function frozenItem(sitting: Sitting, item: string, version: string): FrozenItem | undefined {
  return sitting.items.find((frozen) => frozen.item === item && frozen.version === version);
}
