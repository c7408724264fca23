import * as z from 'zod/mini';
import { isMetByLog } from './http/goals';
import { textOctets } from './http/octets';
import type { LogEntry } from './http/origin/log-entry';
import { respondTo } from './http/origin/respond';
import { createStore, mostRequests } from './http/origin/store';
import { parseRequest } from './http/parse-message';
import { practiceFit } from './http/practice-fit';
import type { PublicTask } from './task';
import type { TaskVerdict } from './verdict';

/**
 * What was asked of the practice server: when it was opened (milliseconds since 1970), and each request with the milliseconds after that and its
 * bytes, one a character. The server takes it from its own log; a browser's word for it is never taken.
 */
export const practisedSchema = z.strictObject({
  openedAt: z.int(),
  requests: z
    .array(z.strictObject({ at: z.int().check(z.minimum(0)), text: z.string().check(z.maxLength(100_000)) }))
    .check(z.maxLength(mostRequests)),
});
export type Practised = z.output<typeof practisedSchema>;

/** In place of a list of actions: what the server's own log holds. */
export const practisedLogSchema = z.strictObject({ practice: practisedSchema });

/** Engine steps of one exchange, as the lab counts them. */
const exchangeSteps = 12;

/** Grades what was done at the practice server by the goals of the task: the same reader, the same server, the same goals as in the lab. Pure. */
export function gradePractice(task: PublicTask, practised: Practised): TaskVerdict {
  const fit = task.lab === 'http' ? practiceFit({ ...task, goals: task.goal }) : 'paper';
  if (task.lab !== 'http' || fit !== 'fits') {
    return { kind: 'rejected', code: 'bad-log', message: `this task cannot be done at the practice server (${fit})` };
  }
  if (practised.requests.length === 0) return { kind: 'incomplete', missing: 'actions' };
  const log = logOf(task.seed, practised);
  const goals = task.goal.map((goal) => isMetByLog(goal, log) === true);
  return {
    kind: 'scored',
    earned: goals.every(Boolean) ? 1 : 0,
    possible: 1,
    goals,
    landmark: `practised-${log.at(-1)?.status ?? 0}`,
    deadEnd: null,
    steps: practised.requests.length * exchangeSteps,
  };
}

/** The server's log, computed anew from what came in. */
export function logOf(seed: number, { openedAt, requests }: Practised): LogEntry[] {
  let store = createStore(seed, openedAt);
  const log: LogEntry[] = [];
  for (const { at, text } of requests) {
    const parsed = parseRequest(textOctets(text), { closed: true });
    const answered = respondTo(parsed, store, openedAt + at, { base: '' });
    if (answered.kind === 'waiting') continue;
    store = answered.store;
    if (answered.entry) log.push(answered.entry);
  }
  return log;
}

/** The same as actions of the lab, so that it can be walked through there. */
export function practisedActions({
  requests,
}: Practised): ({ kind: 'wait'; ms: number } | { kind: 'send'; text: string })[] {
  return requests.flatMap(({ at, text }, number) => {
    const ms = at - (requests[number - 1]?.at ?? 0);
    return [...(ms > 0 ? [{ kind: 'wait' as const, ms }] : []), { kind: 'send' as const, text }];
  });
}
