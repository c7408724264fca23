import { onlyOne } from '@/lib/only-one';
import { TokenBuckets } from '@/lib/server/token-bucket';

/** Hints and solutions a learner may ask for. */
export const helpLimit = () => onlyOne('help-limit', () => new TokenBuckets({ burst: 60, perMinute: 60 }));
