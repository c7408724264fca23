import { answeringLearner, loadProgress } from '@/components/progress/progress-store';
import { kept, type Waiting } from './outbox';
import { isMine } from './send-answer';

export type Unsent = { mine: Waiting[]; guests: Waiting[] };

/** What is theirs; and, for who has signed in, what a guest of this browser left. Of other accounts nothing is said. */
export async function unsentHere(): Promise<Unsent> {
  await loadProgress().catch(() => null);
  const all = await kept();
  const isAccount = answeringLearner()?.guest === false;
  return {
    mine: all.filter(isMine),
    guests: isAccount ? all.filter((answer) => !isMine(answer) && answer.guest) : [],
  };
}
