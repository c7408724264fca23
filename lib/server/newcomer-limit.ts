import type { IncomingMessage } from 'node:http';
import type { Site } from '@/lib/server/site';
import { TokenBuckets } from '@/lib/server/token-bucket';

export type NewcomerLimit = { secondsToWait(path: string, request: IncomingMessage): Promise<number> };

/** Whether a cookie header carries a session of ours; one that was made up does not. */
type IsSomeone = (cookie: string | undefined) => Promise<boolean>;

/** The forms that make a guest of who is nobody yet. */
const formsOfNobody = new Set(['/api/forms/answer', '/api/forms/draw', '/api/forms/sitting']);

/** 1,200 a minute from one address: six hundred learners behind one address are a school, not an attack. */
export function newcomerLimit(site: Site, isSomeone: IsSomeone, now = () => performance.now()): NewcomerLimit {
  const buckets = new TokenBuckets({ burst: 1200, perMinute: 1200 });

  /** Calls that may make a learner: a guest, an account, or the first plain form of who is neither. */
  async function makesLearner(path: string, request: IncomingMessage): Promise<boolean> {
    if (path === '/api/guest' || path.endsWith('/sign-up')) return true;
    return formsOfNobody.has(path) && !(await isSomeone(request.headers.cookie));
  }

  return {
    secondsToWait: async (path, request) =>
      (await makesLearner(path, request)) ? buckets.take(site.clientAddress(request), 1, now()) : 0,
  };
}
