import { readFile } from 'node:fs/promises';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { UsageFault } from '@/lib/cli/check/usage-fault';
import { questionStarters, starterRun } from '@/lib/curriculum/question-starters';
import { authorPath, inFolder } from '@/lib/curriculum/read-source';
import { yamlText } from '@/lib/curriculum/yaml-text';
import type { Kind } from '@/lib/quiz/public-kinds';
import { chosenLesson, type LessonChoice, learnObjective } from './chosen-lesson';
import { type LessonInside, notAmong } from './content-places';
import type { Interview } from './interview';
import { emptyQuiz } from './lesson-files';
import { learnAddress } from './names';
import { withDirs } from './new-path';
import { type Change, placeFiles } from './place-files';
import { itemIds, placingChanges } from './placed-item';
import { pageAddress } from './preview-address';
import type { Report } from './report';
import { inLanguages } from './written';

export type QuizFlags = LessonChoice & { readonly kind?: string; readonly id?: string; readonly objective?: string };

const kinds = Object.keys(questionStarters).filter((name): name is Kind => Object.hasOwn(questionStarters, name));

/** A quiz for a lesson, or one question more for the quiz it has; without a kind, a quiz with no question yet. */
export async function newQuiz(interview: Interview, flags: QuizFlags): Promise<Report> {
  const lesson = await chosenLesson(interview, flags);
  const file = inFolder(lesson.folder, 'quiz.yaml');
  const before = await readFile(file, 'utf8').catch(() => undefined);
  const typed = await interview.learn({
    flag: '--kind',
    question: `Kind of the question: ${kinds.join(', ')}${before === undefined ? ', or none' : ''}`,
    given: flags.kind,
    usual: before === undefined ? 'none' : undefined,
    fault: (name) =>
      kindOf(name) || (before === undefined && name === 'none')
        ? undefined
        : notAmong(name, `"${name}" is no kind of question`, kinds),
  });
  const kind = kindOf(typed);
  if (!kind) {
    await placeFiles([{ file, text: emptyQuiz() }]);
    return report(lesson, { written: [file], changed: [], id: undefined });
  }
  const objective = await learnObjective(interview, lesson, flags.objective);
  const id = await learnAddress(
    interview,
    { flag: '--id', question: 'Id of the question (for ever)', given: flags.id, title: {} },
    await itemIds(lesson),
  );
  const question = inLanguages({ id, kind, objective, ...questionStarters[kind] }, lesson.languages);
  const quiz: Change = {
    file,
    text: withQuestion(before ?? emptyQuiz(), question, authorPath(file)),
    ...(before === undefined ? {} : { before }),
  };
  const run = runFor(kind, lesson);
  const placed = await placingChanges(lesson, `<Quiz id="${id}" />`, id);
  await placeFiles([...run, quiz, ...placed]);
  const fresh = [...run, quiz].filter((change) => change.before === undefined);
  const changed = [quiz, ...placed].filter((change) => change.before !== undefined);
  return report(lesson, { written: fresh.map((each) => each.file), changed: changed.map((each) => each.file), id });
}

function kindOf(name: string): Kind | undefined {
  return kinds.find((kind) => kind === name);
}

/** A prediction asks about a run; a lesson without that one gets it. */
function runFor(kind: Kind, lesson: LessonInside): Change[] {
  if (kind !== 'prediction' || lesson.files.includes('open.run.yaml')) return [];
  return [
    { file: inFolder(lesson.folder, 'open.run.yaml'), text: yamlText(inLanguages(starterRun, lesson.languages)) },
  ];
}

/** The quiz with a question more at its end, every line that was there untouched. */
export function withQuestion(text: string, question: unknown, name: string): string {
  return withQuestions(text, [question], name);
}

/** The same with several at once. */
export function withQuestions(text: string, questions: readonly unknown[], name: string): string {
  const item = yamlText(questions);
  const added = textWith(text, item);
  const before: unknown = parse(text)?.questions ?? [];
  const after: unknown = added === undefined ? undefined : parse(added)?.questions;
  // Proved, not hoped: what the file says now is what it said, and the question.
  if (
    added !== undefined &&
    Array.isArray(before) &&
    JSON.stringify(after) === JSON.stringify([...before, ...questions])
  )
    return added;
  throw new UsageFault(
    `${name} is written in a way in which a question cannot be added by itself. Nothing was written; put this below "questions:":\n\n${item}`,
  );
}

function textWith(text: string, item: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const questions = document.contents.get('questions', true);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = (indent: string) =>
    item
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : indent + line))
      .join(end);
  if (isSeq(questions) && questions.items.length === 0)
    return `${text.replace(/^questions:[ \t]*(\[[ \t]*\])?/m, 'questions:').trimEnd()}${end}${lines('  ')}${end}`;
  const indent = /^questions:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*([ ]*)- /m.exec(text)?.[1];
  return indent === undefined ? undefined : `${text.trimEnd()}${end}${end}${lines(indent)}${end}`;
}

function report(
  lesson: LessonInside,
  { written, changed, id }: { written: string[]; changed: string[]; id: string | undefined },
): Report {
  const env = withDirs(lesson.dir);
  const [first = 'en'] = lesson.languages;
  const quiz = authorPath(inFolder(lesson.folder, 'quiz.yaml'));
  const placed: Report['next'] =
    id === undefined
      ? [['ask something', `npm run handrail -- new quiz --lesson ${lesson.id} --kind single-choice --id …`]]
      : [
          ['make it yours', `the last question of ${quiz}: its words, its key, what is said to each wrong answer`],
          [
            'place it',
            `<Quiz id="${id}" /> stands at the end of the words; move the line where it belongs${lesson.languages.length > 1 ? ', in each language' : ''}`,
          ],
        ];
  return {
    written: written.map(authorPath),
    changed: changed.map(authorPath),
    next: [
      ...placed,
      ['see it', `${env}npm run dev, then ${pageAddress(first, lesson.id)}`],
      ['check it', `${env}npm run handrail -- check ${authorPath(lesson.folder)}`],
    ],
  };
}
