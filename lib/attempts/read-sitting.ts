import { visibilityOf } from '@/lib/access/visibility';
import type { StoredAttempt } from '@/lib/attempts/attempt';
import { circumstancesOf } from '@/lib/attempts/circumstances';
import { type CorrectedItem, correctedIn } from '@/lib/attempts/corrected-items-store';
import { type DrawnVersion, drawnVersion } from '@/lib/attempts/drawn-version';
import { attemptsIn } from '@/lib/attempts/history-store';
import { triesOf } from '@/lib/attempts/policy';
import { feedbackOf, resultOf, visibilityIn } from '@/lib/attempts/result-of';
import { isUuid } from '@/lib/attempts/sent-answers';
import { type FrozenItem, runOf, type Sitting, type SittingState, stateOf } from '@/lib/attempts/sitting';
import { findSitting, type SittingRead } from '@/lib/attempts/sitting-store';
import { type Versions, versions } from '@/lib/attempts/submit-versions';
import type { AnswerResult, Feedback } from '@/lib/quiz/answer';

/** One thing a sitting asks, with what its learner has said to it and what may be told about that. */
export type AskedItem = {
  frozen: FrozenItem;
  /** With this learner's numbers. Only its public form may leave the server. */
  version: DrawnVersion;
  triesLeft: number;
  /** The latest. */
  attempt: StoredAttempt | undefined;
  result: AnswerResult | undefined;
  feedback: Feedback;
};

export type SittingView = {
  sitting: Sitting;
  state: SittingState;
  now: Date;
  /** May scores be seen by now? */
  isTold: boolean;
  /** Null when nothing of the content may be shown: it is over, and its policy does not tell. */
  asked: AskedItem[] | null;
  /** How much was answered, of how much. */
  answered: number;
  of: number;
  /** What was credited, of what could be; null while scores are not told, or wait to be graded. */
  score: { credited: number; possible: number } | null;
};

/** A sitting as its learner may see it now; undefined for everyone else. */
export async function readSitting(learnerId: string, id: string): Promise<SittingView | undefined> {
  if (!isUuid(id)) return undefined;
  const read = await findSitting(learnerId, id);
  return read && viewOf(read);
}

export async function viewOf(read: SittingRead): Promise<SittingView> {
  const { sitting, now } = read;
  const state = stateOf(sitting, now);
  const [attempts, corrected] = await Promise.all([
    attemptsIn(sitting.learnerId, sitting.id),
    sitting.assignment === null ? new Map<string, CorrectedItem>() : correctedIn(sitting.assignment),
  ]);
  const latest = new Map(attempts.map((attempt) => [attempt.item, attempt]));
  const never = { isRight: false, gaveUp: false, turn: null };
  const isTold = visibilityOf(never, runOf(sitting), now).score;
  const all = state === 'open' || isTold ? await askedIn(read, attempts) : null;
  return {
    sitting,
    state,
    now,
    isTold,
    asked: all,
    answered: latest.size,
    of: sitting.items.length,
    score: isTold ? scoreOf(sitting, attempts, corrected) : null,
  };
}

async function askedIn(read: SittingRead, attempts: readonly StoredAttempt[]): Promise<AskedItem[]> {
  const { sitting } = read;
  const known = await versions();
  const asked = await Promise.all(
    sitting.items.map(async (frozen): Promise<AskedItem | undefined> => {
      const exact = await known.exact(frozen.item, frozen.version, frozen.keyRevision);
      const version = exact && (await drawnVersion(sitting.learnerId, exact, frozen.draw));
      if (!version) return undefined;
      const own = attempts.filter(({ item }) => item === frozen.item);
      const attempt = own.at(-1);
      const seen = attempt && visibilityIn(attempt, read);
      const graded = attempt ? await gradedBy(attempt, version, known) : version;
      return {
        frozen,
        version,
        triesLeft: triesOf(sitting.policy) - own.length,
        attempt,
        result: attempt && seen && resultOf(attempt, graded, seen),
        feedback: attempt && seen?.feedback ? feedbackOf(attempt, graded, seen.explanation) : {},
      };
    }),
  );
  return asked.flatMap((one) => one ?? []);
}

/** What was frozen, unless the attempt was graded again by a later key: that one explains it. */
async function gradedBy(attempt: StoredAttempt, frozen: DrawnVersion, known: Versions): Promise<DrawnVersion> {
  if (attempt.keyRevision === frozen.keyRevision) return frozen;
  return (await circumstancesOf(attempt, known)).known ?? frozen;
}

/**
 * The best that was credited of each item; what was not answered earned nothing. Each item weighs the same, but for what its class has
 * dropped; what the class gives full credit for counts in full.
 */
function scoreOf(
  sitting: Sitting,
  attempts: readonly StoredAttempt[],
  corrected: ReadonlyMap<string, CorrectedItem>,
): SittingView['score'] {
  const best = new Map<string, number>();
  for (const { item, earned, possible, credit } of attempts) {
    if (corrected.has(item)) continue;
    if (earned === null) return null;
    best.set(item, Math.max(best.get(item) ?? 0, credit ?? earned / possible));
  }
  const counting = sitting.items.filter(({ item }) => !corrected.get(item)?.isDropped);
  const full = counting.filter(({ item }) => corrected.get(item)?.isFull).length;
  return { credited: [...best.values()].reduce((sum, one) => sum + one, full), possible: counting.length };
}
