import { type AskedLine, askedLines, changedSince } from '@/lib/assignments/asked-content';
import { assignmentStandings } from '@/lib/assignments/assignment-standings';
import { findClassAssignment } from '@/lib/assignments/class-assignment-store';
import { counted, phaseOf, type WorkCount } from '@/lib/assignments/class-work';
import type { GivenExtension } from '@/lib/assignments/extension';
import { extensionsOf } from '@/lib/assignments/extension-store';
import { type MayChange, mayChange } from '@/lib/assignments/may-change';
import { taughtTo } from '@/lib/assignments/taught-to';
import type { Assignment } from '@/lib/attempts/assignment';
import type { Classroom } from '@/lib/classes/classroom';
import { countRoster, type Member, rosterPage } from '@/lib/classes/roster-store';
import type { Locale } from '@/lib/words/locale';

/** Everything a staff page says of one assignment. */
export type AssignmentShown = {
  readonly assignment: Assignment;
  readonly phase: ReturnType<typeof phaseOf>;
  readonly count: WorkCount;
  readonly begun: number;
  readonly may: MayChange;
  /** Which sentence says what may be changed. */
  readonly whyFixed: 'free' | 'begun' | 'practice' | 'withdrawn' | 'archived';
  /** How many items read otherwise today. */
  readonly changed: number;
  readonly lines: readonly AskedLine[];
  readonly extensions: readonly GivenExtension[];
  readonly groups: readonly string[];
  readonly learners: readonly Member[];
  /** There are more learners than are listed. */
  readonly isLarge: boolean;
};

const mostListed = 300;

export async function readClassAssignment(
  classroom: Classroom,
  id: string,
  locale: Locale,
  search: string,
): Promise<AssignmentShown | undefined> {
  const assignment = await findClassAssignment(classroom.id, id);
  if (!assignment) return undefined;
  const [standings, taught, extensions, roster, learners] = await Promise.all([
    assignmentStandings(assignment),
    taughtTo(classroom.id),
    extensionsOf(classroom.id, id),
    countRoster(classroom.id),
    rosterPage(classroom.id, { role: 'learner', search }, mostListed + 1),
  ]);
  const now = new Date();
  const isPractice = assignment.policy.kind === 'practice';
  const begun = standings.filter(({ sittingId, score }) => (isPractice ? score.earned > 0 : sittingId !== null)).length;
  const isArchived = classroom.archivedAt !== null;
  return {
    assignment,
    phase: phaseOf(assignment, now),
    count: counted(assignment, standings, now),
    begun,
    may: mayChange(assignment, begun, isArchived),
    whyFixed: whyFixed(assignment, begun, isArchived),
    changed: changedSince(assignment.frozen, taught),
    lines: askedLines(assignment, [...taught.items], taught.curriculum, locale),
    extensions,
    groups: roster.groups.map(({ name }) => name),
    learners: learners.slice(0, mostListed),
    isLarge: learners.length > mostListed,
  };
}

function whyFixed(
  { policy, withdrawnAt }: Assignment,
  begun: number,
  isArchived: boolean,
): AssignmentShown['whyFixed'] {
  if (withdrawnAt) return 'withdrawn';
  if (isArchived) return 'archived';
  if (policy.kind === 'practice') return 'practice';
  return begun > 0 ? 'begun' : 'free';
}
