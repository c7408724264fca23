import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item, Lesson, Objective } from '@/lib/curriculum/lesson';
import { type MovedIds, movedIds } from '@/lib/curriculum/moved-ids';

/** An objective that is taught, as a card. */
export type TaughtCard = {
  readonly id: string;
  readonly lesson: Lesson;
  readonly objective: Objective;
  /** Everything that gives evidence for it, in the order of the files. */
  readonly items: readonly Item[];
  /** What lesson and items were called before: their answers count here. */
  readonly ids: MovedIds;
};

/** What an item gives evidence for. */
export function objectiveOf(item: Item): string | undefined {
  return item.kind === 'question' ? item.question.objective : item.task.objective;
}

/** What a card may draw: graded by the machine and not kept for assignments, placed in the text or not. */
export function isReviewable(item: Item): boolean {
  return item.kind === 'task' || (item.question.use === 'practice' && item.question.kind !== 'written');
}

const kept = new WeakMap<Curriculum, ReadonlyMap<string, TaughtCard>>();

/** Every objective of the curriculum by its card's id, in reading order. */
export function taughtCards(curriculum: Curriculum): ReadonlyMap<string, TaughtCard> {
  const known = kept.get(curriculum);
  if (known) return known;
  const ids = movedIds(curriculum);
  const cards = new Map(
    curriculum.paths
      .flatMap(({ lessons }) => lessons.flatMap((lesson) => cardsOf(lesson, ids)))
      .map((card) => [card.id, card]),
  );
  kept.set(curriculum, cards);
  return cards;
}

/** What the card was called while its lesson had other addresses. */
export function formerCards({ lesson, objective }: TaughtCard): string[] {
  return lesson.formerly.map((old) => `${old}#${objective.id}`);
}

function cardsOf(lesson: Lesson, ids: MovedIds): TaughtCard[] {
  return lesson.objectives.map((objective) => ({
    id: `${lesson.id}#${objective.id}`,
    lesson,
    objective,
    items: lesson.items.filter((item) => objectiveOf(item) === objective.id),
    ids,
  }));
}
