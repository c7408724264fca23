import type { Visibility } from '@/lib/access/visibility';
import type { StoredAttempt } from '@/lib/attempts/attempt';
import { circumstancesOf } from '@/lib/attempts/circumstances';
import { type Correction, correctionsOf } from '@/lib/attempts/correction-store';
import { wasGivenUp } from '@/lib/attempts/help-store';
import { findAttempt } from '@/lib/attempts/history-store';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { feedbackOf, visibilityIn } from '@/lib/attempts/result-of';
import { isUuid } from '@/lib/attempts/sent-answers';
import type { SittingRead } from '@/lib/attempts/sitting-store';
import { versions } from '@/lib/attempts/submit-versions';
import type { Feedback } from '@/lib/quiz/answer';

/** An attempt with the question as it was asked, numbers included, and what may be said about it by now. */
export type AttemptRead = {
  attempt: StoredAttempt;
  known: KnownVersion;
  run: SittingRead | null;
  seen: Visibility;
  feedback: Feedback;
  /** How regrades have changed its score, where that may be seen. */
  corrections: readonly Correction[];
};

/** A learner's own attempt; undefined when there is none of that id, or its question was never written down. */
export async function readAttempt(learnerId: string, id: string): Promise<AttemptRead | undefined> {
  if (!isUuid(id)) return undefined;
  const attempt = await findAttempt(learnerId, id);
  if (!attempt) return undefined;
  const [{ known, run }, gaveUp] = await Promise.all([
    versions().then((all) => circumstancesOf(attempt, all)),
    wasGivenUp(learnerId, attempt.item, attempt.version),
  ]);
  if (!known) return undefined;
  const seen = visibilityIn(attempt, run, gaveUp);
  const feedback = seen.feedback ? feedbackOf(attempt, known, seen.explanation) : {};
  const corrections = seen.score ? await correctionsOf(learnerId, attempt.id) : [];
  return { attempt, known, run, seen, feedback, corrections };
}
