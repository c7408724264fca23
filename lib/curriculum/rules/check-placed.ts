import type { AuthorError } from '../author-error';
import type { LessonCheck, LessonRule } from '../lesson-rules';
import { numberedQuestions } from './numbered-questions';

/** Nothing lies in a lesson's folder that no learner meets: questions, tasks, runs, figures. */
export const checkPlaced: LessonRule = (check) => [...unplaced(check), ...unusedFiles(check)];

/** A practice question or a task that no text places would never be met. */
function unplaced(check: LessonCheck): AuthorError[] {
  const { lesson, place } = check;
  const placed = new Set(Object.values(lesson.texts).flatMap((text) => text.places.map(({ id }) => id)));
  const lost = lesson.items.filter(
    (item) => !placed.has(item.local) && !(item.kind === 'question' && item.question.use === 'assessed'),
  );
  if (lost.length === 0) return [];
  const numbered = numberedQuestions(check);
  return lost.map((item) => {
    const at = numbered.find(({ question }) => item.kind === 'question' && question === item.question)?.at;
    return {
      ...(at === undefined ? place(`${item.local}.task.yaml`, []) : place('quiz.yaml', ['questions', at, 'id'])),
      rule: 'unplaced',
      message: `"${item.local}" stands nowhere in the lesson`,
      fix: `<${item.kind === 'task' ? 'Task' : 'Quiz'} id="${item.local}" />`,
    };
  });
}

/** Runs and figures that neither the words nor the questions name. */
function unusedFiles({ lesson, sources, place }: LessonCheck): AuthorError[] {
  const naming = [...sources].flatMap(([name, { text }]) => (/\.mdx$|^quiz\.yaml$/.test(name) ? [text] : []));
  if (naming.length === 0) return [];
  const isNamed = (pattern: RegExp) => naming.some((text) => pattern.test(text));
  const runs = lesson.runs
    .filter(
      ({ id }) =>
        !isNamed(new RegExp(`run\\s*[=:]\\s*\\{?\\s*["']?${id}(?![\\w-])|\\{\\{[^}]*(?<![\\w-])${id}(?![\\w-])`)),
    )
    .map(({ id }) => ({ name: `${id}.run.yaml`, what: 'run', fix: `<Lab run="${id}" />` }));
  const figures = lesson.figures
    .filter((name) => !naming.some((text) => text.includes(name)))
    .map((name) => ({ name: `figures/${name}`, what: 'figure', fix: `<Figure src="${name}" alt="…" />` }));
  return [...runs, ...figures].map(({ name, what, fix }) => ({
    ...place(name, []),
    rule: 'unused-file',
    severity: 'warning',
    message: `nothing in the lesson names this ${what}`,
    found: name,
    fix,
  }));
}
