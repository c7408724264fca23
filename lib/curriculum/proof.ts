import { gradeTask } from '@/lib/labs/grade-task';
import { labs } from '@/lib/labs/labs';
import { run } from '@/lib/labs/replay';
import { type PublicTask, toPublicTask } from '@/lib/labs/task';
import { earnsAll, grade } from '@/lib/quiz/grade';
import { kinds } from '@/lib/quiz/kinds';
import { gradeOfKey } from '@/lib/quiz/prove-question';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { Question, QuestionOf } from '@/lib/quiz/question';
import { isTemplate } from '@/lib/quiz/variants/instantiate';
import { proveVariant } from '@/lib/quiz/variants/prove-variant';
import type { AuthorError } from './author-error';
import type { Curriculum } from './curriculum';
import type { Item, Lesson, Path } from './lesson';

/** A finding before it is known where in which file it stands. */
export type Unproved = { readonly file: string; readonly path: readonly PropertyKey[] } & Omit<
  AuthorError,
  'file' | 'line' | 'column'
>;

/** Content proves itself: each question answered from its key and left blank, each task solved and untouched, each lesson measured by its path's standard. */
export function unproved(curriculum: Curriculum): { lesson: Lesson; faults: Unproved[] }[] {
  return curriculum.paths.flatMap((path) =>
    path.lessons.map((lesson) => ({
      lesson,
      faults: [
        ...lesson.items.flatMap((item) => itemFaults(item, lesson)),
        ...standardFaults(path, lesson),
        ...languageFaults(path, lesson),
        ...unplacedFaults(lesson),
      ],
    })),
  );
}

function itemFaults(item: Item, lesson: Lesson): Unproved[] {
  if (item.kind === 'task') return taskFaults(item);
  const questions = lesson.items.filter((other) => other.kind === 'question');
  const path = ['questions', questions.indexOf(item)];
  return questionFaults(item.question).map(({ place, ...fault }) => ({
    ...fault,
    file: 'quiz.yaml',
    path: [...path, ...place],
  }));
}

type QuestionFault = Omit<Unproved, 'file' | 'path'> & { readonly place: readonly PropertyKey[] };

function questionFaults<K extends Kind>(question: QuestionOf<K> & Question): QuestionFault[] {
  return [
    ...(isTemplate(question) ? variantFaults<K>(question) : keyFaults<K>(question)),
    ...explanationFaults(question),
  ];
}

/** A template proves itself by its draws; each letter says with which numbers it fails, and how often. */
function variantFaults<K extends Kind>(question: QuestionOf<K> & Question): QuestionFault[] {
  return proveVariant<K>(question).map(({ message, ...fault }) => ({
    ...fault,
    message: `"${question.id}": ${message}`,
  }));
}

function keyFaults<K extends Kind>(question: QuestionOf<K> & Question): QuestionFault[] {
  const kind = kinds[question.kind];
  const faults: QuestionFault[] = [];
  const right = gradeOfKey<K>(question);
  if (!earnsAll(right))
    faults.push({
      place: [],
      rule: 'key',
      message: `"${question.id}" answered from its own key does not earn all`,
      expected: 'full marks',
      found: JSON.stringify(right),
    });
  const blank = grade(question, kind.blank());
  if (blank.kind !== 'incomplete')
    faults.push({
      place: [],
      rule: 'blank',
      message: `"${question.id}" left blank is scored; it should be incomplete`,
      found: JSON.stringify(blank),
    });
  return faults;
}

/** A written text has its model answer, or its rubric, instead. */
function explanationFaults(question: Question): QuestionFault[] {
  if (question.explanation || question.kind === 'written') return [];
  return [
    {
      place: [],
      rule: 'explanation',
      message: `"${question.id}" has no explanation: right answers get a reason too`,
      fix: 'explanation: { en: "…", zh: "…" }',
    },
  ];
}

function taskFaults({ local, task, solution }: Extract<Item, { kind: 'task' }>): Unproved[] {
  const shown = toPublicTask(task);
  const faults: Unproved[] = [];
  const solved = gradeTask(shown, solution.actions);
  if (solved.kind !== 'scored' || solved.earned !== solved.possible) {
    const at = solved.kind === 'rejected' && solved.at !== undefined ? ['actions', solved.at] : ['actions'];
    faults.push({
      file: `${local}.solution.yaml`,
      path: at,
      rule: 'solution',
      message: `the solution does not solve "${local}"`,
      expected: 'every goal met',
      found: verdictWords(solved, task.goal),
    });
  }
  if (isSolvedUntouched(shown))
    faults.push({
      file: `${local}.task.yaml`,
      path: ['goal'],
      rule: 'untouched',
      message: `"${local}" is solved before anything is done`,
      expected: 'at least one goal that the learner has to reach',
    });
  return faults;
}

/** gradeTask calls an empty log incomplete, so the goals are asked directly: does the task lie solved before the learner? */
function isSolvedUntouched(task: PublicTask): boolean {
  const lab = labs[task.lab];
  const begun = run(lab, task, task.given);
  return begun.kind === 'replayed' && task.goal.every((goal) => lab.isMet(goal, begun.state));
}

function verdictWords(verdict: ReturnType<typeof gradeTask>, goals: readonly { kind: string }[]): string {
  if (verdict.kind === 'rejected') return `action ${(verdict.at ?? 0) + 1}: ${verdict.message}`;
  if (verdict.kind === 'incomplete') return 'no actions';
  const unmet = goals.filter((_, index) => !verdict.goals[index]).map((goal) => JSON.stringify(goal));
  return `not met: ${unmet.join(', ')}`;
}

/** What path.yaml demands of every lesson of the path. */
function standardFaults({ standard }: Path, lesson: Lesson): Unproved[] {
  const labsPlaced = Math.min(
    ...Object.values(lesson.texts).map((text) => text.places.filter(({ component }) => component === 'Lab').length),
  );
  const counts = {
    labs: labsPlaced,
    tasks: lesson.items.filter(({ kind }) => kind === 'task').length,
    questions: lesson.items.filter(({ kind }) => kind === 'question').length,
  };
  const short = (['labs', 'tasks', 'questions'] as const).filter((what) => counts[what] < standard[what]);
  return short.map((what) => ({
    file: 'lesson.yaml',
    path: [],
    rule: 'standard',
    message: `the path asks every lesson for at least ${standard[what]} ${what}`,
    expected: `${standard[what]} ${what}`,
    found: String(counts[what]),
  }));
}

/** A page in the other language says that it stands in; finished content has no such page. */
function languageFaults({ languages }: Path, lesson: Lesson): Unproved[] {
  const missing = languages.filter((language) => !lesson.texts[language]);
  return missing.map((language) => ({
    file: `${language}.mdx`,
    path: [],
    rule: 'missing-translation',
    message: `the path is written in ${languages.join(' and ')}; this lesson has no ${language}.mdx`,
  }));
}

/** A practice question or a task that no text places would never be met. */
function unplacedFaults(lesson: Lesson): Unproved[] {
  const placed = new Set(Object.values(lesson.texts).flatMap((text) => text.places.map(({ id }) => id)));
  const lost = lesson.items.filter(
    (item) => !placed.has(item.local) && !(item.kind === 'question' && item.question.use === 'assessed'),
  );
  return lost.map((item) => ({
    file: item.kind === 'task' ? `${item.local}.task.yaml` : 'quiz.yaml',
    path: [],
    rule: 'unplaced',
    message: `"${item.local}" stands nowhere in the lesson`,
    fix: `<${item.kind === 'task' ? 'Task' : 'Quiz'} id="${item.local}" />`,
  }));
}
