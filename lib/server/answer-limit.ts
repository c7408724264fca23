import { TokenBuckets } from '@/lib/server/token-bucket';

const REMEMBERED = 50_000;

/** 120 answers a minute a learner, with a burst of 200. An answer that is sent again is free. In memory, for this process. */
export class AnswerLimit {
  readonly #buckets = new TokenBuckets({ burst: 200, perMinute: 120 });
  readonly #counted = new Set<string>();

  /** 0 when these answers may come in, else the seconds to wait. `ids` are theirs; what is no id counts as new. */
  secondsToWait(learnerId: string, ids: readonly unknown[], now: number): number {
    const fresh = ids.filter((id) => typeof id !== 'string' || !this.#counted.has(`${learnerId} ${id}`));
    if (fresh.length === 0) return 0;
    const wait = this.#buckets.take(learnerId, fresh.length, now);
    if (wait === 0) for (const id of fresh) if (typeof id === 'string') this.#remember(`${learnerId} ${id}`);
    return wait;
  }

  #remember(key: string): void {
    if (key.length > 100) return;
    this.#counted.add(key);
    if (this.#counted.size <= REMEMBERED) return;
    for (const oldest of this.#counted) {
      this.#counted.delete(oldest);
      return;
    }
  }
}

/** The ids in what was sent, whatever was sent: `{ answers: [{ id }, …] }`. */
export function sentIds(body: unknown): unknown[] {
  const answers = body !== null && typeof body === 'object' && 'answers' in body ? body.answers : undefined;
  if (!Array.isArray(answers)) return [];
  return answers.map((one: unknown) => (one !== null && typeof one === 'object' && 'id' in one ? one.id : undefined));
}
