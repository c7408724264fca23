import { curriculum } from '@/lib/curriculum/read-curriculum';
import { type ProgressSummary, summarise } from '@/lib/progress/progress';
import { standingOf } from '@/lib/progress/progress-store';

/** GET /api/progress: how far this learner is, in everything. */
export async function progressOf(learnerId: string): Promise<ProgressSummary> {
  const [taught, { learner, states, places }] = await Promise.all([curriculum(), standingOf(learnerId)]);
  return summarise(taught, { id: learnerId, ...(learner ?? { name: null, guest: true }) }, states, places);
}
