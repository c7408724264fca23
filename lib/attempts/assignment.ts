import type { AssignmentPolicy } from '@/lib/attempts/policy';
import type { Candidate, Selection } from '@/lib/attempts/selection';
import type { Localized } from '@/lib/words/locale';

/** Something that may be asked, as it was when the assignment was made. */
export type FrozenCandidate = Candidate & { version: string; keyRevision: number };

/** A quiz or practice set to a class. What it asks is frozen when it is made. */
export type Assignment = {
  readonly id: string;
  readonly classId: string;
  readonly title: Localized;
  readonly policy: AssignmentPolicy;
  readonly selection: Selection;
  readonly frozen: readonly FrozenCandidate[];
  readonly opensAt: Date;
  readonly dueAt: Date;
  /** When what it asks was taken from the content. */
  readonly frozenAt: Date;
  /** Taken back: nobody begins it any more. */
  readonly withdrawnAt: Date | null;
};

/** As it is made: when it was frozen is the database's to say, but of a copy. */
export type NewAssignment = Omit<Assignment, 'frozenAt' | 'withdrawnAt'> & { readonly frozenAt?: Date };

/** More time for one learner, or for a group of the class. */
export type Extension = { readonly dueAt: Date | null; readonly timeFactor: number };

/** An assignment as it stands for one learner: when it is due for them, and how much longer their clock runs. */
export type AssignedTo = { readonly assignment: Assignment; readonly dueAt: Date; readonly timeFactor: number };

/** The kindest of what was given: the latest date, the most time, and never less than everyone has. */
export function withExtensions(assignment: Assignment, extensions: readonly Extension[]): AssignedTo {
  return {
    assignment,
    dueAt: extensions.reduce((latest, { dueAt }) => (dueAt && dueAt > latest ? dueAt : latest), assignment.dueAt),
    timeFactor: extensions.reduce((most, { timeFactor }) => Math.max(most, timeFactor), 1),
  };
}

/** Why a learner cannot begin now. Who is no member is told what is told of an assignment that does not exist. */
export function whyNotOpen({ assignment, dueAt }: AssignedTo, now: Date): 'not-yet' | 'over' | undefined {
  if (assignment.withdrawnAt) return 'over';
  if (now < assignment.opensAt) return 'not-yet';
  const lateMs = assignment.policy.late.hours * 3_600_000;
  return now.getTime() >= dueAt.getTime() + lateMs ? 'over' : undefined;
}
