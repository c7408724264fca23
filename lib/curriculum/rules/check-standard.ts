import { isTemplate } from '@/lib/quiz/variants/instantiate';
import type { AuthorError } from '../author-error';
import type { Lesson } from '../lesson';
import type { LessonRule } from '../lesson-rules';

/** What path.yaml demands of every finished lesson of the path, and no more: a draft is being written. */
export const checkStandard: LessonRule = ({ lesson, path, place, sources }) => {
  if (lesson.draft) return [];
  // What could not be read was told already, and is not counted as missing. A quiz that says it has no questions was read.
  const quiz = sources.get('quiz.yaml')?.text;
  const isUnread =
    quiz !== undefined &&
    !/^questions:[ \t]*\[[ \t]*\]/m.test(quiz) &&
    !lesson.items.some(({ kind }) => kind === 'question');
  const { perObjective, ...asked } = path.standard;
  const counts = countsOf(lesson);
  const short = standards.filter((what) => counts[what] < asked[what] && !(isUnread && ofQuestions.includes(what)));
  return [
    ...short.map((what): AuthorError => {
      const wanted = nouns[what](asked[what]);
      return {
        ...place('lesson.yaml', []),
        rule: 'standard',
        message: `the path asks every lesson for at least ${wanted}`,
        expected: wanted,
        found: String(counts[what]),
      };
    }),
    ...evidence(lesson, isUnread ? 0 : perObjective).map(
      ({ at, id, found }): AuthorError => ({
        ...place('lesson.yaml', ['objectives', at, 'id']),
        rule: 'standard',
        message: `the path asks for at least ${perObjective} ${plural(perObjective, 'question')} about every objective`,
        expected: `${perObjective} ${plural(perObjective, 'question')} with objective: ${id}`,
        found: String(found),
        fix: `objective: ${id}`,
      }),
    ),
    ...(isUnread ? [] : unusedObjectives({ lesson, place }, perObjective)),
  ];
};

const standards = ['labs', 'tasks', 'questions', 'kinds', 'variants', 'assessed'] as const;

const ofQuestions: readonly (typeof standards)[number][] = ['questions', 'kinds', 'variants', 'assessed'];

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

const nouns: Record<(typeof standards)[number], (count: number) => string> = {
  labs: (count) => `${count} ${plural(count, 'lab')}`,
  tasks: (count) => `${count} ${plural(count, 'task')}`,
  questions: (count) => `${count} ${plural(count, 'question')}`,
  kinds: (count) => `${count} ${plural(count, 'kind')} of question`,
  variants: (count) => `${count} ${plural(count, 'question')} with parameters`,
  assessed: (count) => `${count} assessed ${plural(count, 'question')}`,
};

function countsOf({ items, texts }: Lesson): Record<(typeof standards)[number], number> {
  const questions = items.flatMap((item) => (item.kind === 'question' ? [item.question] : []));
  const labsPlaced = Object.values(texts).map(
    (text) => text.places.filter(({ component }) => component === 'Lab').length,
  );
  return {
    labs: labsPlaced.length === 0 ? 0 : Math.min(...labsPlaced),
    tasks: items.length - questions.length,
    questions: questions.length,
    kinds: new Set(questions.map(({ kind }) => kind)).size,
    variants: questions.filter(isTemplate).length,
    assessed: questions.filter(({ use }) => use === 'assessed').length,
  };
}

function evidence({ objectives, items }: Lesson, least: number) {
  return objectives.flatMap(({ id }, at) => {
    const found = items.filter((item) => item.kind === 'question' && item.question.objective === id).length;
    return found < least ? [{ at, id, found }] : [];
  });
}

/** An objective that nothing gives evidence of; of a lesson without questions and tasks, none is expected to. */
function unusedObjectives(
  { lesson, place }: Pick<Parameters<LessonRule>[0], 'lesson' | 'place'>,
  perObjective: number,
): AuthorError[] {
  if (perObjective > 0 || lesson.items.length === 0) return [];
  const used = lesson.items.map((item) => (item.kind === 'task' ? item.task.objective : item.question.objective));
  return lesson.objectives.flatMap(({ id }, at): AuthorError[] =>
    used.includes(id)
      ? []
      : [
          {
            ...place('lesson.yaml', ['objectives', at, 'id']),
            rule: 'unused-objective',
            severity: 'warning',
            message: `no question and no task is about "${id}"`,
            found: id,
            fix: `objective: ${id}`,
          },
        ],
  );
}
