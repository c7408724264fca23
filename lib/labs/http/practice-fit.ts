import type { HttpAction } from './action';
import type { HttpGoal } from './goal';
import { isMetByLog } from './goals';
import type { HttpSetup } from './setup';

/**
 * Whether what is set here can be done at the practice server, a real address with this server behind it and nothing else: `fits`, or why not.
 * `paper`: it has nothing to do with a server. `relay`: a front end stands before the server, and behind the address there is none. `begun`: it goes
 * on from what has happened here. `goals`: some of them look at the browser or at paper, which the server's log knows nothing of.
 */
export type PracticeFit = 'fits' | 'paper' | 'relay' | 'begun' | 'goals';

type Asked = {
  readonly setup: Pick<HttpSetup, 'relay' | 'specimens'>;
  readonly given: readonly HttpAction[];
  /** None in free play. */
  readonly goals: readonly HttpGoal[];
};

export function practiceFit({ setup, given, goals }: Asked): PracticeFit {
  const told = goals.filter((goal) => isMetByLog(goal, []) !== null);
  if (setup.specimens.length > 0 && told.length === 0) return 'paper';
  if (setup.relay) return 'relay';
  if (given.length > 0) return 'begun';
  return told.length < goals.length ? 'goals' : 'fits';
}
