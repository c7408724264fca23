import { z } from 'zod';
import type { FirstCount, ItemRollup, LessonRollup, OptionCount } from '@/lib/gradebook/rollup';
import type { Kind } from '@/lib/quiz/public-kinds';
import { storedResponse } from '@/lib/quiz/stored-response';
import { choicesIn } from './choices-in';
import type { LearnerItem } from './evidence-store';
import { secondsOf } from './seconds';

/** The part of a rollup that statistics rest on. */
export type Evidence = Omit<ItemRollup, 'withheld' | 'helped' | 'solved'>;
export type LessonEvidence = Pick<LessonRollup, 'learners'> & { readonly items: readonly Evidence[] };

const detailSchema = z.object({ misconception: z.string().optional() }).catch({});

type Tally = {
  first: Map<string, FirstCount>;
  best: number;
  last: number;
  tries: number;
  waiting: number;
  hinted: number;
  gaveUp: number;
  seconds: Map<number, number>;
  options: Map<string, OptionCount>;
  misconceptions: Map<string, number>;
  landmarks: Map<string, number>;
};

/** What a class did in a lesson, from each learner's answers to each item. `kindOf`: how a question is asked; undefined: it is a task, or no longer taught. */
export function recompute(done: readonly LearnerItem[], kindOf: (item: string) => Kind | undefined): LessonEvidence {
  const byLearner = new Map<string, LearnerItem[]>();
  for (const one of done) {
    const own = byLearner.get(one.learnerId);
    if (own) own.push(one);
    else byLearner.set(one.learnerId, [one]);
  }
  const tallies = new Map<string, Tally>();
  for (const own of byLearner.values()) {
    const graded = own.filter(({ first }) => first !== null);
    const sum = graded.reduce((so, { first }) => so + (first ?? 0), 0);
    for (const one of own) {
      const tally = tallies.get(one.item) ?? newTally();
      tallies.set(one.item, tally);
      const others = graded.length - 1;
      const ability = one.first === null || others === 0 ? null : Math.round((sum - one.first) / others);
      addTo(tally, one, ability, kindOf(one.item));
    }
  }
  const items = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([item, tally]) => evidenceOf(item, tally));
  return { learners: byLearner.size, items };
}

function addTo(tally: Tally, one: LearnerItem, ability: number | null, kind: Kind | undefined): void {
  tally.tries += one.tries;
  tally.waiting += one.waiting;
  for (const landmark of one.landmarks) count(tally.landmarks, landmark);
  if (one.first === null) return;
  const key = `${one.first} ${ability}`;
  const learners = (tally.first.get(key)?.learners ?? 0) + 1;
  tally.first.set(key, { share: one.first, ability, learners });
  tally.best += one.best;
  tally.last += one.last;
  if (one.help === 1) tally.hinted += 1;
  if (one.help === 2) tally.gaveUp += 1;
  const seconds = one.receivedAt && secondsOf(one.receivedAt, one.before);
  if (typeof seconds === 'number') count(tally.seconds, seconds);
  const { misconception } = detailSchema.parse(one.detail);
  if (misconception !== undefined) count(tally.misconceptions, misconception);
  for (const choice of kind ? choicesOf(kind, one.response) : []) {
    const before = tally.options.get(choice) ?? { learners: 0, rated: 0, ability: 0 };
    tally.options.set(choice, {
      learners: before.learners + 1,
      rated: before.rated + (ability === null ? 0 : 1),
      ability: before.ability + (ability ?? 0),
    });
  }
}

/** A question that was of another kind once has answers that say nothing of its options. */
function choicesOf<K extends Kind>(kind: K, response: unknown): readonly string[] {
  try {
    return choicesIn(kind, storedResponse(kind, response));
  } catch (error) {
    if (error instanceof z.ZodError) return [];
    throw error;
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function newTally(): Tally {
  const counts = { best: 0, last: 0, tries: 0, waiting: 0, hinted: 0, gaveUp: 0 };
  const maps = { first: new Map(), seconds: new Map(), options: new Map() };
  return { ...counts, ...maps, misconceptions: new Map(), landmarks: new Map() };
}

function evidenceOf(item: string, { first, seconds, options, misconceptions, landmarks, ...counts }: Tally): Evidence {
  return {
    item,
    ...counts,
    first: [...first.values()].sort((a, b) => a.share - b.share || (a.ability ?? -1) - (b.ability ?? -1)),
    seconds: [...seconds].sort(([a], [b]) => a - b).map(([value, learners]) => ({ seconds: value, learners })),
    options: Object.fromEntries([...options].sort(byName)),
    misconceptions: Object.fromEntries([...misconceptions].sort(byName)),
    landmarks: Object.fromEntries([...landmarks].sort(byName)),
  };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
