import type { Item } from '@/lib/curriculum/lesson';
import { attentionOf, type Flag, flagsOf } from './flags';
import { guessScore } from './guess-score';
import { type ItemStatistics, itemStatistics } from './item-statistics';
import type { Evidence, LessonEvidence } from './recompute';
import { rightChoices } from './right-choices';
import { notDefined, type Statistic } from './statistic';

/** A question or task of a lesson, with what a class's answers say of it. */
export type AnalysedItem = {
  readonly item: Item;
  readonly evidence: Evidence;
  readonly statistics: ItemStatistics;
  readonly guess: Statistic;
  readonly flags: readonly Flag[];
};

const untouched: Omit<Evidence, 'item'> = {
  first: [],
  best: 0,
  last: 0,
  tries: 0,
  waiting: 0,
  hinted: 0,
  gaveUp: 0,
  seconds: [],
  options: {},
  misconceptions: {},
  landmarks: {},
};

/** Every item of a lesson as it is taught today, in its order; what nobody has answered says so. */
export function analysedItems(items: readonly Item[], evidence: Pick<LessonEvidence, 'items'>): AnalysedItem[] {
  const byItem = new Map(evidence.items.map((one) => [one.item, one]));
  return items.map((item) => analysed(item, byItem.get(item.id) ?? { item: item.id, ...untouched }));
}

function analysed(item: Item, evidence: Evidence): AnalysedItem {
  const statistics = itemStatistics(evidence);
  const guess = item.kind === 'question' ? guessScore(item.question) : notDefined('open');
  const right = item.kind === 'question' ? rightChoices(item.question) : new Set<string>();
  return { item, evidence, statistics, guess, flags: flagsOf({ evidence, statistics, guess, right }) };
}

/** How much of a lesson asks for attention: its items' flags together. */
export function lessonAttention(items: readonly AnalysedItem[]): number {
  return items.reduce((sum, { flags }) => sum + attentionOf(flags), 0);
}
