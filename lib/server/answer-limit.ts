import { mostAnswers } from '@/lib/attempts/sent-answers';
import { onlyOne } from '@/lib/only-one';
import { TokenBuckets } from '@/lib/server/token-bucket';

const REMEMBERED = 50_000;

/** An outbox that hears nothing sends again, a few times; somebody who does so without end has the same log replayed without end. */
const FREE_REPEATS = 20;

/** 120 answers a minute a learner, with a burst of 200. An answer that is sent again is free. In memory, for this process. */
export class AnswerLimit {
  readonly #buckets = new TokenBuckets({ burst: 200, perMinute: 120 });
  readonly #sent = new Map<string, number>();

  /** 0 when these answers may come in, else the seconds to wait. `ids` are theirs; what is no id counts as new. */
  secondsToWait(learnerId: string, ids: readonly unknown[], now: number): number {
    const keys = ids.map((id) => (typeof id === 'string' ? `${learnerId} ${id}` : undefined));
    const counted = keys.filter((key) => key === undefined || !this.#isRepeat(key));
    const wait = counted.length === 0 ? 0 : this.#buckets.take(learnerId, counted.length, now);
    if (wait === 0) for (const key of keys) if (key !== undefined) this.#remember(key);
    return wait;
  }

  #isRepeat(key: string): boolean {
    const times = this.#sent.get(key) ?? 0;
    return times > 0 && times <= FREE_REPEATS;
  }

  #remember(key: string): void {
    if (key.length > 100) return;
    this.#sent.set(key, (this.#sent.get(key) ?? 0) + 1);
    if (this.#sent.size <= REMEMBERED) return;
    for (const oldest of this.#sent.keys()) {
      this.#sent.delete(oldest);
      return;
    }
  }
}

/** Calls and plain forms are counted together. */
export function answerLimit(): AnswerLimit {
  return onlyOne('answer-limit', () => new AnswerLimit());
}

/** The ids in what was sent, whatever was sent: `{ answers: [{ id }, …] }`. Of a call that is too long nothing is taken, so nothing is counted. */
export function sentIds(body: unknown): unknown[] {
  const answers = body !== null && typeof body === 'object' && 'answers' in body ? body.answers : undefined;
  if (!Array.isArray(answers) || answers.length > mostAnswers) return [];
  return answers.map((one: unknown) => (one !== null && typeof one === 'object' && 'id' in one ? one.id : undefined));
}
