import { hearAnswers } from '@/lib/attempts/heard-answers';
import { frameMs } from '@/lib/live/frame-pace';
import { tellNews } from '@/lib/live/room-signal-store';
import { attendingLearners } from '@/lib/live/room-store';
import { onlyOne } from '@/lib/only-one';

/** New members of a class whose room is open are noticed within this time. */
const refreshMs = 15_000;

/**
 * Who attends a class whose room is open, and which of them have answered or moved since that was last told. Answers pay nothing for it but a
 * look into a map, and nothing at all while no room is open: what came in is told to the rooms later, at most four times a second.
 */
export class Attendance {
  #classesOf: ReadonlyMap<string, readonly string[]> = new Map();
  #open: ReadonlySet<string> = new Set();
  #news = new Map<string, Set<string>>();
  #timer: NodeJS.Timeout | undefined;
  #isRefreshing = false;
  #isStale = false;
  #failed: (error: unknown) => void = () => undefined;

  /** Begins to hear what this process stores. */
  begin(failed: (error: unknown) => void): () => void {
    this.#failed = failed;
    const stop = hearAnswers((learners) => this.heard(learners));
    const clock = setInterval(() => {
      if (this.#open.size > 0) this.refresh();
    }, refreshMs).unref();
    this.refresh();
    return () => {
      stop();
      clearInterval(clock);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#classesOf = new Map();
      this.#open = new Set();
    };
  }

  /** These have answered or moved. */
  heard(learners: Iterable<string>): void {
    if (this.#classesOf.size === 0) return;
    for (const learner of learners)
      for (const classId of this.#classesOf.get(learner) ?? []) {
        const known = this.#news.get(classId);
        if (known) known.add(learner);
        else this.#news.set(classId, new Set([learner]));
      }
    if (this.#news.size === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const news = [...this.#news].map(([classId, learners]) => ({ classId, learners: [...learners] }));
      this.#news = new Map();
      tellNews(news).catch(this.#failed);
    }, frameMs);
  }

  /** Rooms that are known to be open; when others are, everything is read anew. */
  expect(open: readonly string[]): void {
    if (open.length !== this.#open.size || open.some((id) => !this.#open.has(id))) this.refresh();
  }

  refresh(): void {
    this.#isStale = true;
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    this.#read()
      .catch(this.#failed)
      .finally(() => {
        this.#isRefreshing = false;
      });
  }

  async #read(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const classesOf = new Map<string, string[]>();
      const open = new Set<string>();
      for (const { learnerId, classId } of await attendingLearners()) {
        open.add(classId);
        const known = classesOf.get(learnerId);
        if (known) known.push(classId);
        else classesOf.set(learnerId, [classId]);
      }
      this.#classesOf = classesOf;
      this.#open = open;
    }
  }
}

export function attendance(): Attendance {
  return onlyOne('attendance', () => new Attendance());
}
