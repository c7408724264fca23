import { type Candidate, isChanged, type Kept, type NewGrade, share, type Target } from '@/lib/regrade/regrade';

/** What a regrade does to the answers to one wording. */
export type RegradeSummary = {
  readonly item: string;
  readonly version: string;
  readonly keyRevision: number;
  /** Earlier keys, with what changed since. */
  readonly older: Readonly<Record<string, readonly string[]>>;
  /** Graded again, of how many learners. */
  readonly answers: number;
  readonly learners: number;
  readonly better: number;
  readonly worse: number;
  /** Learners of whom at least one grade changes. */
  readonly learnersChanged: number;
  /** Answers that keep their grade, by why. */
  readonly kept: Readonly<Record<Kept, number>>;
};

class Tally {
  readonly learners = new Set<string>();
  readonly changed = new Set<string>();
  readonly kept: Record<Kept, number> = { 'by-a-person': 0, 'other-numbers': 0, 'cannot-be-judged': 0 };
  answers = 0;
  better = 0;
  worse = 0;
  constructor(readonly target: Target) {}
}

/** Counts along while answers are graded again. */
export class RegradeCount {
  readonly #tallies: ReadonlyMap<string, Tally>;

  constructor(targets: readonly Target[]) {
    this.#tallies = new Map(targets.map((target) => [`${target.key.item} ${target.key.version}`, new Tally(target)]));
  }

  graded(grade: NewGrade): void {
    const tally = this.#of(grade);
    tally.answers += 1;
    tally.learners.add(grade.learnerId);
    if (!isChanged(grade)) return;
    tally.changed.add(grade.learnerId);
    if (share(grade.to) > share(grade.from)) tally.better += 1;
    else tally.worse += 1;
  }

  kept(answer: Candidate, why: Kept): void {
    this.#of(answer).kept[why] += 1;
  }

  summaries(): RegradeSummary[] {
    return [...this.#tallies.values()].map(({ target, learners, changed, answers, better, worse, kept }) => ({
      item: target.key.item,
      version: target.key.version,
      keyRevision: target.key.keyRevision,
      older: Object.fromEntries(target.older),
      answers,
      learners: learners.size,
      better,
      worse,
      learnersChanged: changed.size,
      kept: { ...kept },
    }));
  }

  #of({ item, version }: { item: string; version: string }): Tally {
    const tally = this.#tallies.get(`${item} ${version}`);
    if (!tally) throw new Error(`${item} ${version} is none of the targets`);
    return tally;
  }
}
