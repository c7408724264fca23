import { siteOrigin } from '@/lib/auth/site-origin';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { env } from '@/lib/env';
import type { Run } from '@/lib/jobs/job';
import { addJob } from '@/lib/jobs/job-store';
import { summarise } from '@/lib/progress/progress';
import { knownOf } from '@/lib/progress/submit-progress';
import { activities } from '@/lib/xapi/activities';
import { answered, reached, sat, type Told, type World } from '@/lib/xapi/make-statements';
import { type RecordStore, tellStatements } from '@/lib/xapi/record-store';
import type { Statement } from '@/lib/xapi/statement';
import { type Answered, sittingJob } from '@/lib/xapi/xapi-jobs';
import { attemptsToTell, noteReached, notTold, sittingToTell } from '@/lib/xapi/xapi-store';

/** While a run goes on, its end is looked for so often. */
const LOOK_MS = 15 * 60 * 1000;

/** The record store that is set; undefined: nobody is told anything. */
export function recordStore(): RecordStore | undefined {
  const { XAPI_ENDPOINT: endpoint, XAPI_KEY: key, XAPI_SECRET: secret } = env();
  return endpoint && key && secret ? { endpoint, key, secret } : undefined;
}

export const namesAreTold = () => env().XAPI_NAMES === '1';

async function world(): Promise<World> {
  const origin = siteOrigin();
  return { origin, secret: env().SECRET, about: activities(origin, await curriculum()) };
}

/** Tells of answers, and of what was reached by them. Of who was erased since nothing is left to tell. */
export function statementsRun(store = recordStore): Run<{ answers: Answered[] }> {
  return async ({ payload, signal }) => {
    const to = store();
    if (!to) return;
    const told = await attemptsToTell(payload.answers, namesAreTold());
    const here = await world();
    const statements: Statement[] = told.map(({ who, attempt }) => answered(who, attempt, here));
    const achieved: { who: Told; what: string[] }[] = [];
    for (const who of new Map(told.map((one) => [one.who.learnerId, one.who])).values()) {
      const own = told.filter((one) => one.who.learnerId === who.learnerId);
      const at = own.at(-1)?.attempt.receivedAt ?? new Date();
      const what = await notTold(who.learnerId, await achievements(who.learnerId));
      statements.push(...what.map((one) => reached(who, one, at, here)).filter((one) => one !== null));
      achieved.push({ who, what });
      for (const sitting of new Set(own.map(({ attempt }) => attempt.sittingId)))
        if (sitting)
          await addJob(sittingJob, { learner: who.learnerId, sitting }, { key: `${who.learnerId}/${sitting}` });
    }
    await tellStatements(to, statements, signal);
    for (const { who, what } of achieved) await noteReached(who.learnerId, what);
  };
}

/** `completed:{lesson}`, `mastered:{lesson}#{objective}` */
async function achievements(learnerId: string): Promise<string[]> {
  const [taught, { known }] = await Promise.all([curriculum(), knownOf(learnerId)]);
  return Object.entries(summarise(taught, known).lessons).flatMap(([lesson, { complete, mastered }]) => [
    ...(complete ? [`completed:${lesson}`] : []),
    ...mastered.map((objective) => `mastered:${lesson}#${objective}`),
  ]);
}

/** Tells that a run began, and, when it is over, how it ended. */
export function sittingRun(store = recordStore): Run<{ learner: string; sitting: string }> {
  return async ({ payload, signal }) => {
    const to = store();
    const found = to && (await sittingToTell(payload.learner, payload.sitting, namesAreTold()));
    if (!to || !found) return;
    const { who, sitting, acceptsUntil } = found;
    const marks = [`began:${sitting.id}`, ...(sitting.endedAt ? [`ended:${sitting.id}`] : [])];
    const news = await notTold(who.learnerId, marks);
    const statements = sat(who, sitting, await world());
    const begun = news.includes(`began:${sitting.id}`) ? statements.slice(0, 1) : [];
    const ended = news.includes(`ended:${sitting.id}`) ? statements.slice(1) : [];
    await tellStatements(to, [...begun, ...ended], signal);
    await noteReached(who.learnerId, news);
    if (sitting.endedAt) return;
    const soon = Date.now() + LOOK_MS;
    const dueAt = new Date(acceptsUntil ? Math.min(soon, acceptsUntil.getTime() + 1_000) : soon);
    await addJob(sittingJob, payload, { key: `${payload.learner}/${payload.sitting}`, dueAt });
  };
}
