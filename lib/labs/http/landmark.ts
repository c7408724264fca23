import type { HttpState } from './state';
import { isMisled, isSmuggled } from './through-relay';

/** How far the learner is: `nothing-yet`, `waits`, `answered-404`, `refused-400`, `from-cache`, `validated`, `sent-on-302`, `smuggled`, `named-wrongly`. */
export function landmark(state: HttpState): string {
  const { exchanges, passages, pending, named, decoded, log } = state;
  const answers = passages.flatMap(({ back }) => back);
  if (answers.some(isMisled)) return 'victim-misled';
  if (answers.some(isSmuggled)) return 'smuggled';
  if (pending.length > 0 || state.relay.held.learner.length > 0) return 'waits';
  const last = exchanges.findLast(({ by }) => by === 'hand' || by === 'browser');
  if (!last) {
    const noted = [...named, ...decoded];
    if (noted.length === 0) return 'nothing-yet';
    return noted.every(({ right }) => right) ? 'on-paper' : 'on-paper-wrongly';
  }
  if (last.decision?.kind === 'use') return 'from-cache';
  if (last.decision?.kind === 'validate') return 'validated';
  const status = last.seen?.status ?? 504;
  if (last.redirection) return `sent-on-${status}`;
  const fault = last.entry === null ? null : log[last.entry]?.fault;
  return fault ? `refused-${status}` : `answered-${status}`;
}
