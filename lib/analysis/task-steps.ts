import type { StepTrail, TrailStep } from '@/lib/labs/step-trail';

/** What a class's logs say of a lab task. */
export type TaskSteps = {
  /** How many learners' attempts were followed. */
  readonly followed: number;
  /** The landmarks of the author's way, in its order, with how many came by each. */
  readonly route: readonly { readonly landmark: string; readonly learners: number }[];
  /** The landmark of the way that most of those who had come so far did not get beyond. */
  readonly lostAfter: string | undefined;
  /** The commonest first wrong actions of attempts that did not succeed, with where they were taken. */
  readonly wrong: readonly WrongAction[];
};

export type WrongAction = {
  readonly at: string;
  readonly kind: string;
  readonly side: string | undefined;
  /** The lab's code for how it lost the goal; undefined: the goal could still be reached, but the author's way goes otherwise. */
  readonly why: string | undefined;
  readonly learners: number;
};

export type FollowedAttempt = { readonly trail: StepTrail; readonly isSolved: boolean };

const mostWrong = 5;

/** `solution`: the author's own way. Each attempt is another learner's. */
export function taskSteps(solution: StepTrail, attempts: readonly FollowedAttempt[]): TaskSteps {
  const ways = attempts.map(({ trail }) => new Set(landmarksOf(trail)));
  const route = [...new Set(landmarksOf(solution))].map((landmark) => ({
    landmark,
    learners: ways.filter((way) => way.has(landmark)).length,
  }));
  return { followed: attempts.length, route, lostAfter: lostAfter(route), wrong: wrongActions(solution, attempts) };
}

function landmarksOf({ steps, end }: StepTrail): string[] {
  return [...steps.map(({ at }) => at), end];
}

function lostAfter(route: TaskSteps['route']): string | undefined {
  const drops = route.flatMap(({ landmark, learners }, at) => {
    const next = route[at + 1];
    return next && learners > next.learners ? [{ landmark, lost: learners - next.learners }] : [];
  });
  return drops.sort((one, other) => other.lost - one.lost)[0]?.landmark;
}

/** Of each attempt that failed the action that lost the goal; where none did, the first that the author's way does not take at that landmark. */
function wrongActions(solution: StepTrail, attempts: readonly FollowedAttempt[]): WrongAction[] {
  const taken = new Set(solution.steps.map(nameOf));
  const counts = new Map<string, WrongAction>();
  for (const { trail, isSolved } of attempts) {
    if (isSolved) continue;
    const step =
      trail.steps.find(({ lost }) => lost !== undefined) ?? trail.steps.find((one) => !taken.has(nameOf(one)));
    if (!step) continue;
    const name = `${nameOf(step)} ${step.lost ?? ''}`;
    const learners = (counts.get(name)?.learners ?? 0) + 1;
    counts.set(name, { at: step.at, kind: step.kind, side: step.side, why: step.lost, learners });
  }
  return [...counts.values()].sort((one, other) => other.learners - one.learners).slice(0, mostWrong);
}

function nameOf({ at, kind, side }: TrailStep): string {
  return `${at} ${kind} ${side ?? ''}`;
}
