import { latestAttempts } from '@/lib/attempts/history-store';
import { asSeen } from '@/lib/attempts/seen-attempts';
import { allDrafts } from '@/lib/progress/draft-store';
import { standingOf } from '@/lib/progress/progress-store';
import { keptCards } from '@/lib/review/card-store';
import { reviewSettingOf } from '@/lib/review/setting-store';

/** More than a person hands in; keeps one request from holding everything there is in memory. */
const mostExported = 50_000;

/** A learner's own data in a form another program can read. */
export async function exportLearner(learnerId: string) {
  const [{ learner, states, places }, attempts, drafts, cards, review] = await Promise.all([
    standingOf(learnerId),
    // A score that is not told yet is not in the file either.
    latestAttempts(learnerId, mostExported).then((attempts) => asSeen(learnerId, attempts)),
    allDrafts(learnerId),
    keptCards(learnerId),
    reviewSettingOf(learnerId),
  ]);
  return {
    format: 'handrail-learner-1',
    learner: { id: learnerId, ...learner },
    items: states,
    places,
    attempts,
    drafts,
    // The log follows from the attempts, as the cards do.
    review: { ...review, cards: [...cards.values()] },
  };
}
