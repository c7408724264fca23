import { inSeededOrder } from '@/lib/attempts/selection';
import type { Item, Lesson } from '@/lib/curriculum/lesson';
import type { Question } from '@/lib/quiz/question';

type QuestionItem = Extract<Item, { kind: 'question' }>;

/** A machine must be able to tell, and the question must be one that everybody may see. */
function mayStandAtDoor({ use, kind }: Question): boolean {
  return use === 'practice' && kind !== 'written';
}

/** Has it other numbers each time? Then knowing an answer by heart does not help. */
function isVariant(question: Question): boolean {
  return 'parameters' in question && question.parameters !== undefined;
}

function candidates(lesson: Lesson, objective: string): QuestionItem[] {
  const all = lesson.items.filter(
    (item): item is QuestionItem =>
      item.kind === 'question' && item.question.objective === objective && mayStandAtDoor(item.question),
  );
  const variants = all.filter(({ question }) => isVariant(question));
  return variants.length > 0 ? variants : all;
}

/** "I know this" can be asked only where every objective has a question. */
export function hasDoor(lesson: Lesson): boolean {
  return lesson.objectives.length > 0 && lesson.objectives.every(({ id }) => candidates(lesson, id).length > 0);
}

/** One question per objective, in the order of the objectives; which one follows from the seed. */
export function doorQuestions(lesson: Lesson, seed: string): QuestionItem[] {
  return lesson.objectives.flatMap(({ id }) =>
    inSeededOrder(seed, candidates(lesson, id), (item) => item.id).slice(0, 1),
  );
}
