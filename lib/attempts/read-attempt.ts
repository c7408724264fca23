import type { StoredAttempt } from '@/lib/attempts/attempt';
import { findAttempt } from '@/lib/attempts/history-store';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { feedbackOf } from '@/lib/attempts/result-of';
import { versions } from '@/lib/attempts/submit-versions';
import type { Feedback } from '@/lib/quiz/answer';

/** An attempt with the question as it was asked and what may be said about it. */
export type AttemptRead = { attempt: StoredAttempt; known: KnownVersion; feedback: Feedback };

/** A learner's own attempt; undefined when there is none of that id, or its question was never written down. */
export async function readAttempt(learnerId: string, id: string): Promise<AttemptRead | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const attempt = await findAttempt(learnerId, id);
  if (!attempt) return undefined;
  const known = await (await versions()).exact(attempt.item, attempt.version, attempt.keyRevision);
  if (!known) return undefined;
  return { attempt, known, feedback: feedbackOf(attempt, known, attempt.earned === attempt.possible) };
}
