import type { Written } from '@/lib/quiz/kinds/written';

export type Criterion = Written['rubric'][number];

/** Points by criterion. */
export type Marks = Readonly<Record<string, number>>;

export type MarksRead =
  | { readonly kind: 'marks'; readonly points: Marks; readonly earned: number; readonly possible: number }
  /** By criterion: nothing was given, or something that is no number of its points. */
  | { readonly kind: 'faulty'; readonly faults: Readonly<Record<string, 'missing' | 'out-of-range'>> };

/** Reads what was given for each criterion of a rubric: `2`, `1.5`, `1,5`. Of no criterion more than it is worth, none left out. */
export function readMarks(rubric: readonly Criterion[], given: (criterion: string) => string): MarksRead {
  const points: Record<string, number> = {};
  const faults: Record<string, 'missing' | 'out-of-range'> = {};
  for (const { id, points: most } of rubric) {
    const text = given(id).normalize('NFKC').trim().replace(',', '.');
    const number = /^[+-]?\d{1,6}(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN;
    if (text === '') faults[id] = 'missing';
    else if (!(number >= 0 && number <= most)) faults[id] = 'out-of-range';
    else points[id] = number;
  }
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults };
  // Hundredths are added as whole numbers, so that 0.1 and 0.2 are 0.3.
  const earned = Object.values(points).reduce((sum, it) => sum + Math.round(it * 10_000), 0) / 10_000;
  return { kind: 'marks', points, earned, possible: rubric.reduce((sum, it) => sum + it.points, 0) };
}

/** An answer in the queue of one question, without what it says. */
export type Queued = {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly isMarked: boolean;
  readonly isFlagged: boolean;
  /** Somebody else has it before them now. */
  readonly heldBy: string | null;
};

/** Which answers of a question one goes through. */
export const queueViews = ['waiting', 'flagged', 'all'] as const;
export type QueueView = (typeof queueViews)[number];

/** Whether an answer is among them. What was flagged waits for whoever looks at flags. */
export function isIn(view: QueueView, { isMarked, isFlagged }: Queued): boolean {
  if (view === 'all') return true;
  return view === 'flagged' ? isFlagged : !isMarked && !isFlagged;
}

/** The answer after (or before) one, of those in view that nobody else has before them; at the end it goes on from the beginning. */
export function neighbour(
  queue: readonly Queued[],
  here: string | undefined,
  step: 1 | -1,
  view: QueueView,
): Queued | undefined {
  const at = queue.findIndex(({ attemptId }) => attemptId === here);
  const start = at === -1 ? (step === 1 ? -1 : queue.length) : at;
  for (let n = 1; n <= queue.length; n += 1) {
    const place = (start + n * step + queue.length * 2) % queue.length;
    const answer = queue[place];
    if (answer && answer.attemptId !== here && answer.heldBy === null && isIn(view, answer)) return answer;
  }
  return undefined;
}
