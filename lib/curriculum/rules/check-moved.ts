import type { AuthorError } from '../author-error';
import type { LessonRule } from '../lesson-rules';
import { numberedQuestions } from './numbered-questions';

/** `moved` carries the progress of an id that is gone: of one that is still there, or to two questions, it would be told twice. */
export const checkMoved: LessonRule = (check) => {
  const { lesson, place } = check;
  if (!lesson.items.some((item) => item.kind === 'question' && item.question.moved)) return [];
  const numbered = numberedQuestions(check);
  return numbered.flatMap(({ question: { moved }, at }, index): AuthorError[] => {
    if (moved === undefined) return [];
    const earlier = numbered.slice(0, index).find(({ question }) => question.moved === moved);
    const alive = lesson.items.find(({ local }) => local === moved);
    if (!alive && !earlier) return [];
    return [
      {
        ...place('quiz.yaml', ['questions', at, 'moved']),
        rule: 'moved-id',
        message: alive ? `"${moved}" is still there` : `"${earlier?.question.id}" has taken its place already`,
        expected: 'the id of a question that is gone, in one place',
        found: moved,
        fix: alive ? `take "moved" out, or the ${alive.kind} "${moved}"` : 'take one of the two out',
      },
    ];
  });
};
