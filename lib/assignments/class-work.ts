import { assignmentStandings, sizeOf } from '@/lib/assignments/assignment-standings';
import { assignmentsOf } from '@/lib/assignments/class-assignment-store';
import { isMissed, type Standing } from '@/lib/assignments/standing';
import type { Assignment } from '@/lib/attempts/assignment';

/** How far a class is with one assignment. */
export type WorkCount = {
  readonly learners: number;
  readonly begun: number;
  readonly done: number;
  readonly late: number;
  readonly missed: number;
};

export type ClassWork = { readonly assignment: Assignment; readonly count: WorkCount };

/** What is set to a class, and how many of it have begun, are done, were late. */
export async function classWork(classId: string): Promise<ClassWork[]> {
  const all = await assignmentsOf(classId);
  const work: ClassWork[] = [];
  // One after the other: a class's page takes one connection, not one for each row.
  for (const assignment of all) work.push({ assignment, count: await countWork(assignment) });
  return work;
}

export async function countWork(assignment: Assignment): Promise<WorkCount> {
  return counted(assignment, await assignmentStandings(assignment), new Date());
}

export function counted(assignment: Assignment, standings: readonly Standing[], now: Date): WorkCount {
  const having = (is: (one: Standing) => boolean) => standings.filter(is).length;
  return {
    learners: standings.length,
    begun: having(({ state }) => state !== 'not-begun'),
    done: having(({ state }) => state === 'done'),
    late: having(({ isLate }) => isLate),
    missed: having((one) => isMissed(one, assignment, now)),
  };
}

/** Where an assignment stands for everybody who has no more time than the others. */
export function phaseOf({ opensAt, dueAt, policy, withdrawnAt }: Assignment, now: Date) {
  if (withdrawnAt) return 'withdrawn';
  if (now < opensAt) return 'not-yet';
  return now.getTime() < dueAt.getTime() + policy.late.hours * 3_600_000 ? 'open' : 'over';
}

export type WorkSize = { readonly kind: 'items' | 'lessons' | 'single'; readonly count: number };

/** What it is, in numbers: so many questions; or so many lessons, and questions and tasks beside them. */
export function sizesOf(assignment: Assignment): WorkSize[] {
  const { selection } = assignment;
  if (selection.kind !== 'work') return [{ kind: 'items', count: sizeOf(assignment) }];
  const sizes: WorkSize[] = [
    { kind: 'lessons', count: selection.lessons.length },
    { kind: 'single', count: selection.items.length },
  ];
  return sizes.filter(({ count }) => count > 0);
}
