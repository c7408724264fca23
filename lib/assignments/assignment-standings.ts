import { practiceUnits } from '@/lib/assignments/practice-units';
import type { Standing } from '@/lib/assignments/standing';
import { practiceStandings, quizStandings } from '@/lib/assignments/standing-store';
import type { Assignment } from '@/lib/attempts/assignment';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';

/**
 * How far each learner of the class is with an assignment of it, for staff: scores are not withheld here. With `learnerIds` those
 * learners' alone. Ask `classFor` first.
 */
export async function assignmentStandings(assignment: Assignment, learnerIds?: readonly string[]): Promise<Standing[]> {
  const { classId, id: assignmentId, policy } = assignment;
  const asked = { classId, assignmentId, ...(learnerIds === undefined ? {} : { learnerIds }) };
  if (policy.kind !== 'practice') return quizStandings(asked, sizeOf(assignment));
  return practiceStandings(asked, practiceUnits(assignment, movedIds(await curriculum())));
}

/** How many items each learner is asked in a quiz. */
export function sizeOf({ selection, frozen }: Pick<Assignment, 'selection' | 'frozen'>): number {
  switch (selection.kind) {
    case 'items':
      return selection.items.length;
    case 'each':
      return selection.objectives.reduce(
        (sum, { objective, count }) =>
          sum + Math.min(count, frozen.filter((one) => one.objective === objective).length),
        0,
      );
    case 'work':
      return 0;
  }
}
