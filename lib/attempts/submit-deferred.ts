import { type Claimed, claimDeferred, storeLateGrade } from '@/lib/attempts/deferred-store';
import { gradeAnswer, type ReplayTask } from '@/lib/attempts/grade-answer';
import { findAttempt } from '@/lib/attempts/history-store';
import { versions } from '@/lib/attempts/submit-versions';
import { gradeInWorker } from '@/lib/labs/replay-pool';

/** How often a log is tried again before it is "not graded". */
const mostTries = 3;
const atOnce = 10;
const everyMs = 15_000;

/** Tries again what could not be graded in time. Returns how many logs were taken up. */
export async function gradeDeferred(replayTask: ReplayTask = gradeInWorker): Promise<number> {
  const claimed = await claimDeferred(atOnce);
  for (const one of claimed) await gradeOne(one, replayTask);
  return claimed.length;
}

async function gradeOne(claimed: Claimed, replayTask: ReplayTask): Promise<void> {
  const attempt = await findAttempt(claimed.learnerId, claimed.attemptId);
  if (!attempt) return;
  const { item, version, keyRevision, possible } = attempt;
  const known = await (await versions()).exact(item, version, keyRevision);
  const again = known && (await gradeAnswer(known, { id: attempt.id, response: { ...attempt.response } }, replayTask));
  const isGraded = again && 'kind' in again && again.earned !== null;
  if (isGraded) await storeLateGrade(claimed, { ...again, keyRevision, item });
  else if (claimed.tries >= mostTries)
    await storeLateGrade(claimed, { keyRevision, item, earned: null, possible, detail: {} });
}

/** Grades in the background what is due; call the result to stop. */
export function keepGradingDeferred(failed: (error: unknown) => void): () => void {
  let underWay = false;
  const timer = setInterval(() => {
    if (underWay) return;
    underWay = true;
    gradeDeferred()
      .catch(failed)
      .finally(() => {
        underWay = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
