import type { $ZodType } from 'zod/v4/core';
import { type ProcessSetup, processSetupSchema } from '@/lib/labs/process/setup';
import { type Run, writtenRunSchema } from '@/lib/labs/run';
import { type Solution, solutionSchema, type Task, writtenTaskSchema } from '@/lib/labs/task';
import { type Question, quizSchema } from '@/lib/quiz/question';
import { type Locale, locales } from '@/lib/words/locale';
import type { AuthorError } from './author-error';
import { readYaml } from './author-yaml';
import { lessonSchema } from './content-schemas';
import { didYouMean } from './did-you-mean';
import { missingLanguages } from './languages-present';
import type { Item, Lesson } from './lesson';
import { type ProcessFault, processFaults } from './process-faults';
import { withFacts } from './quiz-facts';
import { figureErrors } from './read-figure';
import { readMedia } from './read-media';
import { readQuestions } from './read-questions';
import { authorPath, folderExists, inFolder, listFolder, readSource } from './read-source';
import { type LoneText, readText } from './read-text';
import { resolveRun, resolveTask } from './resolve-process';
import type { PlaceOf } from './schema-errors';
import { type SourceText, startOfFile } from './source-text';

/** A lesson's folder as it was read, before it is compared with itself and with its neighbours. */
export type LessonDraft = {
  readonly lesson: Omit<Lesson, 'texts'>;
  readonly texts: ReadonlyMap<Locale, LoneText>;
  /** Where things were written: by file name, `lesson.yaml`. */
  readonly places: ReadonlyMap<string, PlaceOf>;
  /** What was read, by file name. */
  readonly sources: ReadonlyMap<string, SourceText>;
};

export type ReadLesson = { readonly draft: LessonDraft | undefined; readonly errors: readonly AuthorError[] };

export type LessonFolder = {
  readonly path: string;
  readonly slug: string;
  readonly order: number;
  readonly folder: string;
};

/** Reads a lesson's folder, every file against its own schema. */
export async function readLesson({ path, slug, order, folder }: LessonFolder): Promise<ReadLesson> {
  const errors: AuthorError[] = [];
  const places = new Map<string, PlaceOf>();
  const sources = new Map<string, SourceText>();
  const { files, folders } = await listFolder(folder);
  errors.push(...strangers(folder, files, folders));

  const texts = new Map<Locale, LoneText>();
  for (const locale of locales) {
    const source = await readSource(inFolder(folder, `${locale}.mdx`));
    if (!source) continue;
    sources.set(`${locale}.mdx`, source);
    const { read, errors: found } = readText(source, locale);
    errors.push(...found);
    if (read) texts.set(locale, read);
  }
  const written = locales.filter((locale) => files.includes(`${locale}.mdx`));
  if (written.length === 0)
    errors.push({
      file: authorPath(folder),
      ...startOfFile,
      rule: 'missing-file',
      message: 'a lesson has words: en.mdx, zh.mdx or both',
      fix: 'en.mdx',
    });

  /** Reads one YAML file of the folder. `id` is what its name says. */
  const read = async <T>(name: string, schema: $ZodType<T>, id?: string): Promise<T | undefined> => {
    const source = await readSource(inFolder(folder, name));
    if (!source) return undefined;
    sources.set(name, source);
    const { value, errors: found, place } = readYaml(source, schema, id === undefined ? {} : { id });
    places.set(name, place);
    errors.push(...found, ...missingLanguages(source.file, value, written, place));
    return value;
  };

  const about = await read('lesson.yaml', lessonSchema);
  if (!files.includes('lesson.yaml'))
    errors.push({
      file: authorPath(inFolder(folder, 'lesson.yaml')),
      ...startOfFile,
      rule: 'missing-file',
      message: 'a lesson says what it is for in lesson.yaml',
      fix: 'objectives:\n  - id: …\n    text: { en: "…", zh: "…" }',
    });
  const quiz = await read('quiz.yaml', quizSchema);
  const id = `${path}/${slug}`;
  const tasks: Item[] = [];
  const tell = (name: string, faults: readonly ProcessFault[]) => {
    for (const { path: at, ...letter } of faults)
      errors.push({
        file: authorPath(inFolder(folder, name)),
        ...(places.get(name)?.(at) ?? startOfFile),
        ...letter,
      });
  };
  const processes = new Map<string, ProcessSetup | undefined>();
  for (const name of named(files, 'process')) {
    const setup = await read(`${name}.process.yaml`, processSetupSchema);
    const faults = setup ? processFaults(setup) : [];
    tell(`${name}.process.yaml`, faults);
    processes.set(name, faults.some(({ severity }) => severity !== 'warning') ? undefined : setup);
  }
  const runs: Run[] = [];
  for (const name of named(files, 'run')) {
    const writtenRun = await read(`${name}.run.yaml`, writtenRunSchema, name);
    const resolved = writtenRun && resolveRun(writtenRun, processes);
    tell(`${name}.run.yaml`, resolved?.faults ?? []);
    if (resolved?.value) runs.push(resolved.value);
  }
  for (const name of named(files, 'task')) {
    const writtenTask = await read(`${name}.task.yaml`, writtenTaskSchema, name);
    const resolved = writtenTask && resolveTask(writtenTask, processes);
    tell(`${name}.task.yaml`, resolved?.faults ?? []);
    const computed = resolved?.value && withFacts(resolved.value, runs);
    tell(
      `${name}.task.yaml`,
      (computed?.faults ?? []).map((fault) => ({ rule: 'fact', ...fault })),
    );
    const task = computed?.value;
    const solution = await read(`${name}.solution.yaml`, solutionSchema);
    if (!files.includes(`${name}.solution.yaml`)) errors.push(noSolution(folder, name));
    if (task && solution) tasks.push(taskItem(id, task, solution));
  }
  const figures = inFolder(folder, 'figures');
  const drawn = (await folderExists(figures)) ? (await listFolder(figures)).files : [];

  for (const name of drawn) errors.push(...(await figureErrors(figures, name)));
  const { media, errors: mediaErrors } = await readMedia(folder);
  errors.push(...mediaErrors);

  const asked = await readQuestions(quiz?.questions ?? [], { lesson: id, folder, runs, figures: drawn });
  const questionPlace = places.get('quiz.yaml');
  for (const { path: at, ...fault } of asked.faults)
    errors.push({
      file: authorPath(inFolder(folder, 'quiz.yaml')),
      ...(questionPlace?.(['questions', ...at]) ?? startOfFile),
      rule: 'question',
      ...fault,
    });
  const items: Item[] = [...asked.questions.map((question) => questionItem(id, question)), ...tasks];

  if (!about) return { draft: undefined, errors };
  const cited = about.sources.map((source) => ({ section: undefined, href: undefined, ...source }));
  const lesson = { id, path, slug, order, folder, ...about, sources: cited, items, runs, figures: drawn, media };
  return { draft: { lesson, texts, places, sources }, errors };
}

function questionItem(lesson: string, question: Question): Item {
  return { kind: 'question', id: `${lesson}/${question.id}`, local: question.id, lesson, question };
}

function taskItem(lesson: string, task: Task, solution: Solution): Item {
  return { kind: 'task', id: `${lesson}/${task.id}`, local: task.id, lesson, task, solution };
}

/** `named(['open.run.yaml'], 'run')` is `['open']`. */
function named(files: readonly string[], kind: 'task' | 'run' | 'process'): string[] {
  return files.filter((name) => name.endsWith(`.${kind}.yaml`)).map((name) => name.slice(0, -`.${kind}.yaml`.length));
}

function noSolution(folder: string, name: string): AuthorError {
  const file = authorPath(inFolder(folder, `${name}.solution.yaml`));
  return {
    file,
    ...startOfFile,
    rule: 'missing-file',
    message: `the task "${name}" has no solution; the check replays it for full marks`,
    fix: 'actions:\n  - …',
  };
}

const fileForms = [
  'lesson.yaml',
  'quiz.yaml',
  'en.mdx',
  'zh.mdx',
  'NAME.task.yaml',
  'NAME.solution.yaml',
  'NAME.run.yaml',
  'NAME.process.yaml',
  'figures/',
  'media/',
];
const knownFile =
  /^(lesson\.yaml|quiz\.yaml|(en|zh)\.mdx|[a-z0-9]+(-[a-z0-9]+)*\.(task|solution|run|process)\.yaml|README\.md)$/;

/** Nothing an author wrote may vanish in silence: a file nobody reads is most likely misnamed. */
function strangers(folder: string, files: readonly string[], folders: readonly string[]): AuthorError[] {
  const unread = [
    ...files.filter((name) => !knownFile.test(name)),
    ...folders.filter((name) => name !== 'figures' && name !== 'media').map((name) => `${name}/`),
  ];
  const alone = files.filter(
    (name) => name.endsWith('.solution.yaml') && !files.includes(name.replace(/\.solution\.yaml$/, '.task.yaml')),
  );
  return [...unread, ...alone].map((name) => {
    const meant = alone.includes(name)
      ? undefined
      : didYouMean(
          name,
          [...fileForms, name.replace(/^[^.]*\./, 'NAME.')].filter((form) => fileForms.includes(form)),
        );
    return {
      file: authorPath(inFolder(folder, name)),
      ...startOfFile,
      rule: 'unknown-file',
      message: `${alone.includes(name) ? 'a solution without its task' : 'nothing reads this file'}${meant ? `; did you mean ${meant}?` : ''}`,
      expected: fileForms.join(', '),
      found: name,
    };
  });
}
