import type { Decision } from '@/lib/gradebook/counted-score';
import { decisionOf, decisionsForLearner } from '@/lib/gradebook/decision-store';
import { columnTitle } from '@/lib/gradebook/submit-columns';
import type { Locale } from '@/lib/words/locale';

/** A decision as the learner whom it is about is told of it. */
export type ToldDecision = {
  readonly classId: string;
  readonly column: string;
  readonly title: string;
  readonly decision: Decision;
  readonly decidedAt: Date;
  readonly timeZone: string;
};

/** What stands about a learner's scores in the classes they are in. What a class no longer has is not told. */
export async function toldDecisions(learnerId: string, locale: Locale): Promise<ToldDecision[]> {
  const entries = await decisionsForLearner(learnerId);
  const told = await Promise.all(
    entries.map(async (entry) => {
      const decision = decisionOf(entry);
      const title = await columnTitle({ id: entry.classId, paths: entry.paths }, entry.column, locale);
      const { classId, column, decidedAt, timeZone } = entry;
      return decision && title ? [{ classId, column, title, decision, decidedAt, timeZone }] : [];
    }),
  );
  return told.flat();
}
