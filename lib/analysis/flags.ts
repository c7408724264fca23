import type { OptionCount } from '@/lib/gradebook/rollup';
import { fewLearners, type ItemStatistics } from './item-statistics';
import type { Evidence } from './recompute';
import type { Statistic } from './statistic';

/** Something about a question that somebody should look at, with the figures that say so. Words for each are in lib/words/analysis. */
export type Flag =
  /** Those who know more answer it worse, and not by chance: the whole interval lies below 0. */
  | { readonly kind: 'reversed'; readonly value: number }
  /** A wrong answer is chosen by learners who do better on the rest than those who choose a right one. */
  | { readonly kind: 'rival'; readonly choice: string; readonly share: number }
  | { readonly kind: 'hard'; readonly value: number }
  /** Chance alone could have made it. */
  | { readonly kind: 'guessing'; readonly value: number; readonly guess: number }
  /** Who tries again stays wrong. */
  | { readonly kind: 'stuck'; readonly best: number }
  | { readonly kind: 'misled'; readonly misconception: string; readonly share: number }
  | { readonly kind: 'weak'; readonly value: number }
  | { readonly kind: 'hints'; readonly share: number }
  | { readonly kind: 'easy'; readonly value: number };

export type FlagKind = Flag['kind'];

/** How much each asks for attention: the key may be wrong, before learners are lost, before a question says little. */
export const weights: Readonly<Record<FlagKind, number>> = {
  reversed: 8,
  rival: 6,
  stuck: 5,
  hard: 4,
  guessing: 4,
  misled: 3,
  weak: 2,
  hints: 1,
  easy: 1,
};

/** Of items, the one to look at first. */
export function attentionOf(flags: readonly Flag[]): number {
  return flags.reduce((sum, { kind }) => sum + weights[kind], 0);
}

const limits = {
  easy: 0.9,
  hard: 0.2,
  weak: 0.15,
  stuckBest: 0.6,
  stuckTries: 1.5,
  misled: 0.3,
  hints: 0.5,
  /** A rival is chosen by so many of the class, and at least by so many learners. */
  rivalShare: 0.1,
  rivalLearners: 5,
} as const;

type Flagged = {
  readonly evidence: Pick<Evidence, 'options' | 'misconceptions' | 'tries' | 'hinted' | 'gaveUp'>;
  readonly statistics: ItemStatistics;
  readonly guess: Statistic;
  readonly right: ReadonlySet<string>;
};

/** Fewer learners than this give no sign at all. */
const fewestForSigns = 8;

/** What a handful of learners cannot show: whether a question is easy, or how much it tells apart. */
const needsMany: ReadonlySet<FlagKind> = new Set(['easy', 'guessing', 'weak', 'hints']);

/** What is conspicuous, the weightiest first. Of fewer than twenty learners only what can hardly be chance, as a first sign. */
export function flagsOf(flagged: Flagged): Flag[] {
  const { n } = flagged.statistics;
  if (n < fewestForSigns) return [];
  const found = [discrimination(flagged), rival(flagged), ...difficulty(flagged), misled(flagged), helped(flagged)];
  const flags = found.flatMap((flag) => flag ?? []);
  const said = n < fewLearners ? flags.filter(({ kind }) => !needsMany.has(kind)) : flags;
  return said.sort((one, other) => weights[other.kind] - weights[one.kind]);
}

function discrimination({ statistics: { itemRest, compared } }: Flagged): Flag | undefined {
  if (itemRest.kind === 'undefined' || compared < fewestForSigns) return undefined;
  const { value, interval } = itemRest;
  if (value < 0 && (interval.kind === 'undefined' || interval.high < 0)) return { kind: 'reversed', value };
  return value < limits.weak ? { kind: 'weak', value } : undefined;
}

function rival({ evidence: { options }, statistics: { n }, right }: Flagged): Flag | undefined {
  const able = Object.entries(options).flatMap(([choice, count]) => {
    const ability = abilityOf(count);
    return ability === undefined || count.learners < limits.rivalLearners ? [] : [{ choice, count, ability }];
  });
  // Of parts that are given places, each part is a question of its own.
  const partOf = (choice: string) => choice.split('>').slice(0, -1).join('>');
  const rivals = able.filter(({ choice, count, ability }) => {
    if (right.has(choice) || count.learners / n < limits.rivalShare) return false;
    const keyed = able.filter((other) => right.has(other.choice) && partOf(other.choice) === partOf(choice));
    return keyed.length > 0 && keyed.every((other) => ability > other.ability);
  });
  const [first] = rivals.sort((one, other) => other.count.learners - one.count.learners);
  return first && { kind: 'rival', choice: first.choice, share: first.count.learners / n };
}

function difficulty({ evidence: { tries }, statistics, guess }: Flagged): Flag[] {
  const { facility, best, n } = statistics;
  if (facility.kind === 'undefined') return [];
  const { value, interval } = facility;
  const flags: Flag[] = [];
  if (best.kind === 'value' && best.value < limits.stuckBest && tries / n >= limits.stuckTries)
    flags.push({ kind: 'stuck', best: best.value });
  if (value > limits.easy) flags.push({ kind: 'easy', value });
  else if (value < limits.hard) flags.push({ kind: 'hard', value });
  else if (guess.kind === 'value' && interval.kind === 'interval' && interval.low <= guess.value)
    flags.push({ kind: 'guessing', value, guess: guess.value });
  return flags;
}

function misled({ evidence: { misconceptions }, statistics: { n } }: Flagged): Flag | undefined {
  const [first] = Object.entries(misconceptions).sort(([, one], [, other]) => other - one);
  return first && first[1] / n >= limits.misled
    ? { kind: 'misled', misconception: first[0], share: first[1] / n }
    : undefined;
}

function helped({ evidence: { hinted, gaveUp }, statistics: { n } }: Flagged): Flag | undefined {
  const share = (hinted + gaveUp) / n;
  return share > limits.hints ? { kind: 'hints', share } : undefined;
}

/** The mean ability of those who chose it, 0 to 1; undefined: none of them has answered anything else. */
export function abilityOf({ rated, ability }: OptionCount): number | undefined {
  return rated === 0 ? undefined : ability / rated / 1_000_000;
}
