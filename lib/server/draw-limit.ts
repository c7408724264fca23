import { onlyOne } from '@/lib/only-one';
import { TokenBuckets } from '@/lib/server/token-bucket';

/** 60 draws a minute a learner; the burst is for saving a path, which asks for each of its variants. Calls and plain forms together. */
export function drawLimit(): TokenBuckets {
  return onlyOne('draw-limit', () => new TokenBuckets({ burst: 120, perMinute: 60 }));
}
