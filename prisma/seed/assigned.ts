import type { Assignment } from '@/lib/attempts/assignment';
import { insertAssignment } from '@/lib/attempts/assignment-store';
import { makeAssignment } from '@/lib/attempts/make-assignment';
import type { AssignedPolicy } from '@/lib/attempts/policy';
import type { Versions } from '@/lib/attempts/submit-versions';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson } from '@/lib/curriculum/lesson';
import type { Localized } from '@/lib/words/locale';
import type { Dice } from './dice';

const hour = 3_600_000;

export type Setting = {
  readonly classId: string;
  readonly title: Localized;
  readonly lessons: readonly Lesson[];
  /** Questions of each lesson. */
  readonly each: number;
  readonly policy: AssignedPolicy;
  readonly hours: number;
};

/** Two tries, the second for half; told when all is in; a day late costs a fifth. */
export const quizPolicy: AssignedPolicy = {
  kind: 'graded',
  tries: 2,
  credit: [1, 0.5],
  feedback: 'after-due',
  late: { hours: 24, credit: 0.8 },
};

/** Told at once, three tries. */
export const openPolicy: AssignedPolicy = {
  kind: 'graded',
  tries: 3,
  credit: [1, 0.7, 0.4],
  feedback: 'now',
  late: { hours: 0, credit: 1 },
};

/** Sets assessed questions of these lessons to a class, open from an hour ago. */
export async function setAssignment(
  { classId, title, lessons, each, policy, hours }: Setting,
  { taught, known, dice }: { taught: Curriculum; known: Versions; dice: Dice },
): Promise<Assignment> {
  const items = lessons.flatMap((lesson) =>
    lesson.items.filter((item) => item.kind === 'question' && item.question.use === 'assessed').slice(0, each),
  );
  const now = Date.now();
  const made = makeAssignment(
    { items: taught.items(), current: (item) => known.current(item) },
    {
      classId,
      title,
      policy,
      selection: { kind: 'items', items: items.map(({ id }) => id) },
      opensAt: new Date(now - hour),
      dueAt: new Date(now + (hours - 1) * hour),
    },
  );
  if (made.kind === 'refused') throw new Error(`the demonstration cannot assign ${made.name}: ${made.code}`);
  const assignment = { ...made.assignment, id: dice.uuid(), frozenAt: new Date(now - hour), withdrawnAt: null };
  await insertAssignment(assignment);
  return assignment;
}
