import type { IncomingMessage } from 'node:http';
import type { Site } from '@/lib/server/site';
import { TokenBuckets } from '@/lib/server/token-bucket';

export type NewcomerLimit = { secondsToWait(path: string, request: IncomingMessage): number };

/** Calls that may make a learner: a guest, an account, or the first plain form of who is neither. */
function makesLearner(path: string, request: IncomingMessage): boolean {
  if (path === '/api/guest' || path.endsWith('/sign-up')) return true;
  return path === '/api/forms/answer' && !request.headers.cookie?.includes('handrail.session=');
}

/** 1,200 a minute from one address: six hundred learners behind one address are a school, not an attack. */
export function newcomerLimit(site: Site): NewcomerLimit {
  const buckets = new TokenBuckets({ burst: 1200, perMinute: 1200 });
  return {
    secondsToWait: (path, request) =>
      makesLearner(path, request) ? buckets.take(site.clientAddress(request), 1, performance.now()) : 0,
  };
}
