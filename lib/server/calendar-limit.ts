import { onlyOne } from '@/lib/only-one';
import { TokenBuckets } from '@/lib/server/token-bucket';

/** New addresses of a calendar that a learner may make. */
export const calendarLimit = () => onlyOne('calendar-limit', () => new TokenBuckets({ burst: 5, perMinute: 0.1 }));
