import type { Chosen } from '@/lib/assignments/chosen';
import type { Faults } from '@/lib/assignments/field-fault';
import type { QuizSelection } from '@/lib/attempts/selection';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item, Lesson } from '@/lib/curriculum/lesson';

export const mostItems = 100;

/**
 * What a quiz asks. A ticked lesson or path stands for its assessed questions, and a lesson without any for what everybody may practise in
 * it; named items are named.
 */
export function quizSelection(
  { paths, lessons, items, draws }: Chosen,
  curriculum: Curriculum,
  faults: Faults,
): QuizSelection | undefined {
  if (draws.length > 0) return drawnSelection(draws, faults);
  const whole = [...lessonsIn(paths, curriculum), ...lessons].flatMap((id) => {
    const lesson = curriculum.lessonById(id);
    return lesson ? askedOf(lesson).map((item) => item.id) : [];
  });
  const all = [...new Set([...whole, ...items])];
  if (all.length === 0) return faults.add('chosen', 'nothing-chosen');
  if (all.length > mostItems) return faults.add('chosen', 'too-many', `${all.length} > ${mostItems}`);
  return { kind: 'items', items: all };
}

function drawnSelection(draws: Chosen['draws'], faults: Faults): QuizSelection | undefined {
  const tooMany = draws.find(({ count }) => count > 20);
  if (tooMany) return faults.add(`draw:${tooMany.objective}`, 'out-of-range', '1–20');
  if (draws.length > 50) return faults.add('chosen', 'too-many', `${draws.length} > 50`);
  return { kind: 'each', objectives: draws.map(({ objective, count }) => ({ objective, count })) };
}

export function lessonsIn(paths: readonly string[], curriculum: Curriculum): string[] {
  return paths.flatMap((id) => (curriculum.path(id)?.lessons ?? []).map((lesson) => lesson.id));
}

function askedOf({ items }: Lesson): Item[] {
  const assessed = items.filter((item) => item.kind === 'question' && item.question.use === 'assessed');
  return assessed.length > 0 ? assessed : [...items];
}
