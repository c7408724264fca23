import { onlyOne } from '@/lib/only-one';
import { TokenBuckets } from '@/lib/server/token-bucket';

/** Runs of quizzes a learner may open; calls and plain forms are counted together. */
export const sittingLimit = () => onlyOne('sitting-limit', () => new TokenBuckets({ burst: 20, perMinute: 10 }));
