type Bucket = { tokens: number; at: number };

type Rate = {
  /** What a full bucket holds: the burst. */
  readonly burst: number;
  readonly perMinute: number;
  /** How many keys are remembered; beyond it the fullest buckets (which limit no one) are forgotten. */
  readonly keys?: number;
};

/**
 * So many a minute for each key, with a burst. In memory, for this process; time is given, in milliseconds.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  constructor(readonly rate: Rate) {}

  /** 0 when `count` were taken, else the seconds to wait before that many are there. Nothing is taken then. */
  take(key: string, count: number, now: number): number {
    const bucket = this.#refilled(key, now);
    // More than a bucket holds never fits: a call that large waits for a full bucket and empties it.
    const wanted = Math.min(count, this.rate.burst);
    if (bucket.tokens < wanted) return Math.ceil(((wanted - bucket.tokens) / this.rate.perMinute) * 60);
    bucket.tokens -= wanted;
    return 0;
  }

  /** What was taken for nothing (a repeat, say) comes back. */
  giveBack(key: string, count: number, now: number): void {
    const bucket = this.#refilled(key, now);
    bucket.tokens = Math.min(this.rate.burst, bucket.tokens + count);
  }

  get size(): number {
    return this.#buckets.size;
  }

  #refilled(key: string, now: number): Bucket {
    const bucket = this.#buckets.get(key);
    if (bucket) {
      const gained = (Math.max(0, now - bucket.at) / 60_000) * this.rate.perMinute;
      bucket.tokens = Math.min(this.rate.burst, bucket.tokens + gained);
      bucket.at = now;
      return bucket;
    }
    if (this.#buckets.size >= (this.rate.keys ?? 50_000)) this.#forget(now);
    const fresh = { tokens: this.rate.burst, at: now };
    this.#buckets.set(key, fresh);
    return fresh;
  }

  #forget(now: number): void {
    const fillTime = (this.rate.burst / this.rate.perMinute) * 60_000;
    for (const [key, bucket] of this.#buckets) if (now - bucket.at >= fillTime) this.#buckets.delete(key);
    // All of them busy: the oldest half goes, so that memory stays bounded under a flood of new keys.
    if (this.#buckets.size < (this.rate.keys ?? 50_000)) return;
    const half = [...this.#buckets.keys()].slice(0, this.#buckets.size / 2);
    for (const key of half) this.#buckets.delete(key);
  }
}
