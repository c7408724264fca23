import { createHmac } from 'node:crypto';
import { type activities, lessonOf } from '@/lib/xapi/activities';
import { type Agent, type Result, type Statement, type VerbName, verb } from '@/lib/xapi/statement';
import { statementId } from '@/lib/xapi/statement-id';

export type World = { readonly origin: string; readonly secret: string; readonly about: ReturnType<typeof activities> };

/** Somebody with an account. `name` only where the installation names learners, and never of who is hidden in a class. */
export type Told = { readonly learnerId: string; readonly name: string | null };

export type ToldAttempt = {
  readonly id: string;
  readonly item: string;
  readonly receivedAt: Date;
  readonly earned: number | null;
  readonly possible: number;
  /** Its score is not to be seen. */
  readonly withheld: boolean;
  readonly sittingId: string | null;
  readonly assignmentId: string | null;
};

/** An account of ours under a name that says nothing and cannot be turned back; no address, and a name only where it may be. */
export function agent({ learnerId, name }: Told, { origin, secret }: World): Agent {
  const opaque = createHmac('sha256', secret).update(`xapi ${learnerId}`).digest('hex').slice(0, 32);
  return { objectType: 'Agent', ...(name ? { name } : {}), account: { homePage: origin, name: opaque } };
}

/** One answer. What was said is not told, only what it came to. */
export function answered(who: Told, attempt: ToldAttempt, world: World): Statement {
  const { about } = world;
  const lesson = lessonOf(attempt.item);
  const grouping = [about.path(lesson.split('/')[0] ?? '')];
  return {
    id: statementId(`answered ${who.learnerId} ${attempt.id}`),
    actor: agent(who, world),
    verb: verb('answered'),
    object: about.item(attempt.item),
    ...(attempt.earned === null || attempt.withheld ? {} : { result: scored(attempt.earned, attempt.possible) }),
    context: {
      platform: 'Handrail',
      ...(attempt.sittingId ? { registration: attempt.sittingId } : {}),
      contextActivities: {
        parent: [about.lesson(lesson)],
        grouping: attempt.assignmentId ? [...grouping, about.assignment(attempt.assignmentId)] : grouping,
      },
    },
    timestamp: attempt.receivedAt.toISOString(),
  };
}

/** Something that a learner has reached: `completed:{lesson}`, `mastered:{lesson}#{objective}`. */
export function reached(who: Told, what: string, at: Date, world: World): Statement | null {
  const [, name, lesson = '', objective] = /^(completed|mastered):([^#]+)(?:#(.+))?$/.exec(what) ?? [];
  const { about } = world;
  const isMastered = name === 'mastered' && objective !== undefined;
  if (!isMastered && name !== 'completed') return null;
  return {
    id: statementId(`${what} ${who.learnerId}`),
    actor: agent(who, world),
    verb: verb(isMastered ? 'mastered' : 'completed'),
    object: isMastered ? about.objective(lesson, objective) : about.lesson(lesson),
    ...(isMastered ? { result: { success: true } } : { result: { completion: true } }),
    context: {
      platform: 'Handrail',
      contextActivities: {
        ...(isMastered ? { parent: [about.lesson(lesson)] } : {}),
        grouping: [about.path(lesson.split('/')[0] ?? '')],
      },
    },
    timestamp: at.toISOString(),
  };
}

export type ToldSitting = {
  readonly id: string;
  readonly kind: string;
  readonly lesson: string | null;
  readonly assignmentId: string | null;
  readonly openedAt: Date;
  /** Handed in, or closed by the clock. */
  readonly endedAt: Date | null;
  readonly withheld: boolean;
  readonly earned: number;
  readonly possible: number;
  /** An answer waits for its grade. */
  readonly waiting: boolean;
};

/** The beginning of a run; and its end, with what it came to. Only a door has a mark to pass: all of it right. */
export function sat(who: Told, sitting: ToldSitting, world: World): Statement[] {
  const { about } = world;
  const { endedAt } = sitting;
  const object = sitting.assignmentId
    ? about.assignment(sitting.assignmentId)
    : sitting.lesson
      ? about.lesson(sitting.lesson)
      : about.sitting(sitting.kind, sitting.id);
  const say = (name: VerbName, at: Date, result?: Result): Statement => ({
    id: statementId(`${name} ${who.learnerId} ${sitting.id}`),
    actor: agent(who, world),
    verb: verb(name),
    object,
    ...(result ? { result } : {}),
    context: { platform: 'Handrail', registration: sitting.id },
    timestamp: at.toISOString(),
  });
  const begun = [say('initialized', sitting.openedAt)];
  if (!endedAt) return begun;
  const isTold = !sitting.withheld && !sitting.waiting && sitting.possible > 0;
  const score = isTold ? scored(sitting.earned, sitting.possible) : undefined;
  const end: Statement[] =
    sitting.kind === 'door' && score
      ? [say(score.success ? 'passed' : 'failed', endedAt, score)]
      : [say('completed', endedAt, { ...(score?.score ? { score: score.score } : {}), completion: true })];
  return [...begun, ...end, say('terminated', endedAt)];
}

function scored(earned: number, possible: number): Result & { success: boolean } {
  const raw = Math.min(Math.max(earned, 0), possible);
  return {
    score: { scaled: possible > 0 ? raw / possible : 0, raw, min: 0, max: possible },
    success: possible > 0 && raw >= possible,
  };
}
