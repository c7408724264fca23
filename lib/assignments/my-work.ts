import { visibilityOf } from '@/lib/access/visibility';
import { assignmentStandings } from '@/lib/assignments/assignment-standings';
import { type SetToMe, setToLearner } from '@/lib/assignments/my-work-store';
import { type PracticeUnit, practiceUnits } from '@/lib/assignments/practice-units';
import { isMissed, type Standing } from '@/lib/assignments/standing';
import { runOf } from '@/lib/attempts/sitting';
import { findSittings, type SittingRead } from '@/lib/attempts/sitting-store';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';

/** One assignment as its learner may see it now. */
export type MyWork = SetToMe & {
  /** Their own date and clock, extensions included. */
  readonly dueAt: Date;
  readonly timeFactor: number;
  readonly isExtended: boolean;
  readonly state: 'not-yet' | 'not-begun' | 'begun' | 'done' | 'missed' | 'withdrawn';
  readonly isLate: boolean;
  /** Late work is taken until then. */
  readonly takenUntil: Date;
  readonly sittingId: string | null;
  readonly score: MyScore;
  /** Practice: what it consists of, and what of it is done. */
  readonly units: readonly (PracticeUnit & { readonly isDone: boolean })[];
};

/** A score is told when the run's policy tells it, and not before. */
export type MyScore =
  | { readonly kind: 'told'; readonly credited: number; readonly possible: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'later' }
  | { readonly kind: 'never' }
  | { readonly kind: 'none' };

export type MyAssignments = {
  readonly todo: readonly MyWork[];
  readonly done: readonly MyWork[];
  readonly past: readonly MyWork[];
  readonly isMember: boolean;
  readonly now: Date;
};

/** Everything that is set to a learner in all classes: what is to do by when, what is done, and what is past. */
export async function myAssignments(learnerId: string): Promise<MyAssignments> {
  const [{ work, isMember, now }, taught] = await Promise.all([setToLearner(learnerId), curriculum()]);
  const standings = new Map<string, Standing>();
  for (const { assignment } of work) {
    const [standing] = await assignmentStandings(assignment, [learnerId]);
    if (standing) standings.set(assignment.id, standing);
  }
  const begunRuns = [...standings.values()].flatMap(({ sittingId }) => (sittingId === null ? [] : [sittingId]));
  const runs = await findSittings(learnerId, begunRuns);
  const all = work.flatMap((set) => {
    const standing = standings.get(set.assignment.id);
    return standing ? [myWork(set, standing, runs.get(standing.sittingId ?? ''), taught, now)] : [];
  });
  const soonest = (one: MyWork, other: MyWork) => one.dueAt.getTime() - other.dueAt.getTime();
  const isOver = ({ state, isArchived, hasLeft }: MyWork) =>
    state === 'missed' || state === 'withdrawn' || isArchived || hasLeft;
  return {
    todo: all.filter((one) => !isOver(one) && one.state !== 'done').sort(soonest),
    done: all.filter((one) => !isOver(one) && one.state === 'done'),
    past: all.filter(isOver),
    isMember,
    now,
  };
}

function myWork(set: SetToMe, standing: Standing, run: SittingRead | undefined, taught: Curriculum, now: Date): MyWork {
  const { assignment } = set;
  const { dueAt, timeFactor, isLate, sittingId } = standing;
  return {
    ...set,
    dueAt,
    timeFactor,
    isExtended: dueAt > assignment.dueAt || timeFactor > 1,
    state: stateOf(standing, set, now),
    isLate,
    takenUntil: new Date(dueAt.getTime() + assignment.policy.late.hours * 3_600_000),
    sittingId,
    score: scoreOf(standing, run),
    units: practiceUnits(assignment, movedIds(taught)).map((unit) => ({
      ...unit,
      isDone: standing.doneUnits.includes(unit.id),
    })),
  };
}

function stateOf(standing: Standing, { assignment }: SetToMe, now: Date): MyWork['state'] {
  if (assignment.withdrawnAt) return 'withdrawn';
  if (standing.state === 'done') return 'done';
  if (isMissed(standing, assignment, now)) return 'missed';
  return now < assignment.opensAt ? 'not-yet' : standing.state;
}

function scoreOf({ score }: Standing, run: SittingRead | undefined): MyScore {
  if (!run) return { kind: 'none' };
  const seen = runOf(run.sitting);
  const { score: isTold } = visibilityOf({ isRight: false, gaveUp: false, turn: null }, seen, run.now);
  if (!isTold) return { kind: seen.feedback === 'never' ? 'never' : 'later' };
  if (score.waiting > 0) return { kind: 'waiting' };
  return { kind: 'told', credited: score.credited, possible: score.possible };
}
