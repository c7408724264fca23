import { TokenBuckets } from '@/lib/server/token-bucket';

export type PracticeLimits = {
  /** 0 when this address may go on, else the seconds to wait. */
  readonly address: (address: string) => number;
  readonly token: (token: string) => number;
  /** Requests of one address that are being answered at one time; false when there are too many. */
  readonly begin: (address: string) => boolean;
  readonly end: (address: string) => void;
};

/** An answer may be held back for seconds: so many at once keep nobody else from theirs. */
const mostAtOnce = 64;

/**
 * By hand nobody is faster than ten a second, a class behind one address not faster than thirty. In memory, for this process: these keep one
 * from drowning the others; what a token may ask in all is counted by its log.
 */
export function practiceLimits(now = () => performance.now()): PracticeLimits {
  const addresses = new TokenBuckets({ burst: 600, perMinute: 1800 });
  const tokens = new TokenBuckets({ burst: 60, perMinute: 600 });
  const busy = new Map<string, number>();
  return {
    address: (address) => addresses.take(address, 1, now()),
    token: (token) => tokens.take(token, 1, now()),
    begin: (address) => {
      const count = busy.get(address) ?? 0;
      if (count >= mostAtOnce) return false;
      busy.set(address, count + 1);
      return true;
    },
    end: (address) => {
      const count = (busy.get(address) ?? 1) - 1;
      if (count > 0) busy.set(address, count);
      else busy.delete(address);
    },
  };
}
