import { useState } from 'react';
import { answeringLearner } from '@/components/progress/progress-store';
import type { NoNumbers, Numbers } from './ask-numbers';

export type Asked = 'asking' | NoNumbers;

/** A variant's numbers in its form: given by the page, or asked for. `asked` says how that goes; `isUsed`, that they were answered. */
export function useNumbers(item: string, version: string, given: Numbers | undefined) {
  const [numbers, setNumbers] = useState(given);
  const [asked, setAsked] = useState<Asked>();
  const [used, setUsed] = useState<string>();

  /** True when there are others than before. */
  async function ask(): Promise<boolean> {
    if (asked === 'asking') return false;
    setAsked('asking');
    const answer = await import('./ask-numbers')
      .then(({ askNumbers }) => askNumbers(item, version))
      .catch((): NoNumbers => 'no-connection');
    // The same ones again are those that were kept for being offline.
    const why = typeof answer === 'string' ? answer : answer.id === used ? 'no-connection' : undefined;
    setAsked(why);
    if (typeof answer === 'string' || why) return false;
    setNumbers(answer);
    return true;
  }

  /** They were answered: what is kept of them on this device is of no more use. */
  function close(): void {
    setUsed(numbers?.id);
    const learner = answeringLearner();
    if (!learner) return;
    // Where that cannot be loaded, nothing was answered by the server either.
    import('@/components/offline/kept-draws').then((it) => it.forgetKeptDraw(learner.id, item)).catch(() => {});
  }

  return { numbers, asked, isUsed: numbers !== undefined && numbers.id === used, ask, close };
}
