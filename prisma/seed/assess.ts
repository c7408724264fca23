import type { Assignment } from '@/lib/attempts/assignment';
import type { NewAttempt } from '@/lib/attempts/attempt';
import { drawnVersion } from '@/lib/attempts/drawn-version';
import { timesOf } from '@/lib/attempts/policy';
import { chooseItems } from '@/lib/attempts/selection';
import type { FrozenItem } from '@/lib/attempts/sitting';
import { handIn, openRun } from '@/lib/attempts/sitting-store';
import type { Versions } from '@/lib/attempts/submit-versions';
import type { Answers } from './answered';
import type { Dice } from './dice';
import { type Moment, moveSitting } from './past-store';
import { drawOf, type Present, stored } from './practise';
import { chanceOfRight } from './weeks';

export type Sitter = {
  readonly who: Present;
  readonly ability: number;
  /** How far into it they began, in minutes, and whether they finished. */
  readonly startsAt: Date;
  readonly finishes: boolean;
  /** What they write, where a person is to judge it. */
  readonly text?: string;
};

type Means = { readonly answers: Answers; readonly known: Versions; readonly dice: Dice };

const minute = 60_000;

/** Lets these learners sit an assignment that is open at this moment, and says when each answer is to have been given. */
export async function sitAssignment(
  assignment: Assignment,
  sitters: readonly Sitter[],
  means: Means,
): Promise<Moment[]> {
  const moments: Moment[] = [];
  for (const sitter of sitters) moments.push(...(await sitOne(assignment, sitter, means)));
  return moments;
}

async function sitOne(assignment: Assignment, sitter: Sitter, { answers, known, dice }: Means): Promise<Moment[]> {
  const { learnerId } = sitter.who;
  const { policy, dueAt } = assignment;
  if (policy.kind === 'practice') throw new Error('practice is not sat');
  const [id, seed] = [dice.uuid(), dice.hex(16)];
  const items: FrozenItem[] = [];
  for (const item of chooseItems(assignment.selection, assignment.frozen, seed)) {
    const frozen = assignment.frozen.find((one) => one.item === item);
    const version = frozen && (await known.exact(item, frozen.version, frozen.keyRevision));
    if (!version) throw new Error(`${item} was assigned, but never written down`);
    const draw = await drawOf(sitter.who, version, dice, id);
    items.push({ item, version: version.version, keyRevision: version.keyRevision, draw: draw ?? null });
  }
  const times = (openedAt: Date) => timesOf(policy, { openedAt, dueAt, timeFactor: 1 });
  await openRun(learnerId, { assignment: assignment.id }, { id, policy, items, seed, times });
  const attempts: NewAttempt[] = [];
  const moments: Moment[] = [];
  let at = sitter.startsAt.getTime();
  const reached = sitter.finishes ? items : items.slice(0, Math.ceil(items.length / 2));
  for (const one of reached) {
    const exact = await known.exact(one.item, one.version, one.keyRevision);
    const version = exact && (one.draw === null ? exact : await drawnVersion(learnerId, exact, one.draw));
    if (!version) throw new Error(`${one.item} was asked, but never written down`);
    for (let turn = 0; turn < policy.tries; turn += 1) {
      at += dice.between(0.5, 3) * minute;
      const right = dice.chance(chanceOfRight(sitter.ability, 0.2, turn));
      const attempt = await answers.give({
        ...sitter.who,
        known: version,
        right,
        seq: attempts.length + 1,
        draw: one.draw ?? undefined,
        sitting: id,
        ...(sitter.text === undefined ? {} : { text: sitter.text }),
      });
      if (!attempt) break;
      attempts.push(attempt);
      moments.push({ learnerId, id: attempt.id, at: new Date(at) });
      // Of a draw one answer is taken; what is right is not answered again.
      if (attempt.earned === attempt.possible || attempt.earned === null || policy.feedback !== 'now' || one.draw)
        break;
    }
  }
  await stored(attempts);
  const run: Moment = { learnerId, id, at: sitter.startsAt };
  if (sitter.finishes) await handIn(learnerId, id);
  await moveSitting(run, sitter.finishes ? new Date(at + minute) : null);
  return moments;
}
