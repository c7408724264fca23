import type { AssignmentPolicy } from '@/lib/attempts/policy';

/** What may still be changed of an assignment. A run keeps the rules and the wording it was opened with: everybody's should be the same. */
export type MayChange = {
  readonly title: boolean;
  readonly opens: boolean;
  /** `later`: who has begun was told a date, and keeps at least that. */
  readonly due: 'any' | 'later' | 'no';
  readonly rules: boolean;
  readonly wording: boolean;
};

type Standing = { readonly policy: AssignmentPolicy; readonly withdrawnAt: Date | null };

/** `begun`: how many learners have; of practice, how many have done something of it. */
export function mayChange({ policy, withdrawnAt }: Standing, begun: number, isArchived: boolean): MayChange {
  if (withdrawnAt || isArchived) return { title: false, opens: false, due: 'no', rules: false, wording: false };
  const isFree = begun === 0;
  // Practice has no runs that would keep its dates: they are looked up each time.
  const isPractice = policy.kind === 'practice';
  return {
    title: true,
    opens: isFree || isPractice,
    due: isFree || isPractice ? 'any' : 'later',
    rules: isFree,
    wording: isFree,
  };
}
