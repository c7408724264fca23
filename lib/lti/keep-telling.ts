import { addJob } from '@/lib/jobs/job-store';
import { coursesInUse } from '@/lib/lti/course-store';
import { sweepLaunches } from '@/lib/lti/launch-store';
import { rosterJob } from '@/lib/lti/outside-jobs';
import { lookForScores } from '@/lib/lti/score-store';

const SCORES_MS = 20_000;
const SWEEP_MS = 10 * 60 * 1000;
const ROSTERS_MS = 24 * 60 * 60 * 1000;
/** A course that nobody has come from for so long is over. */
const IN_USE_DAYS = 60;

/** Looks for scores to tell, asks for rosters once a day, and forgets launches that are over. Returns how to stop. */
export function keepTellingPlatforms(failed: (error: unknown) => void): () => void {
  const scores = () => void lookForScores().catch(failed);
  const sweep = () => void sweepLaunches().catch(failed);
  const rosters = () => void askForRosters().catch(failed);
  const timers = [setInterval(scores, SCORES_MS), setInterval(sweep, SWEEP_MS), setInterval(rosters, ROSTERS_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearInterval);
}

async function askForRosters(): Promise<void> {
  for (const course of await coursesInUse(IN_USE_DAYS)) await addJob(rosterJob, { course }, { key: course });
}
