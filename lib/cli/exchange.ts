import { readFile, stat, writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { joinedIds } from '@/lib/curriculum/published-ids';
import { authorPath, inFolder } from '@/lib/curriculum/read-source';
import { readWholeLesson } from '@/lib/curriculum/read-whole-lesson';
import { type Brought, bringQuestion } from '@/lib/exchange/bring/bring-question';
import type { ReadFile } from '@/lib/exchange/exchanged';
import { parseGift } from '@/lib/exchange/gift/parse-gift';
import { writeGift } from '@/lib/exchange/gift/write-gift';
import { limits } from '@/lib/exchange/limits';
import { parseMoodle } from '@/lib/exchange/moodle/parse-moodle';
import { writeMoodle } from '@/lib/exchange/moodle/write-moodle';
import { type Note, noteLines } from '@/lib/exchange/note';
import { qtiPackage } from '@/lib/exchange/qti/qti-package';
import { takeQuestion } from '@/lib/exchange/take/take-question';
import { textOfBytes } from '@/lib/exchange/text/text-of-bytes';
import { zip } from '@/lib/exchange/zip';
import type { Question } from '@/lib/quiz/question';
import { isLocale, type Locale, locales } from '@/lib/words/locale';
import { UsageFault } from './check/usage-fault';
import {
  foldersOf,
  insideOf,
  knownLesson,
  type LessonInside,
  type LessonPlace,
  pathsIn,
  recordOf,
} from './new/content-places';
import { emptyQuiz } from './new/lesson-files';
import { withQuestions } from './new/new-quiz';
import { type Change, placeFiles } from './new/place-files';
import { itemIds, withLineAtEnd } from './new/placed-item';

type Flags = { readonly in?: string; readonly locale?: string; readonly format?: string };
type ImportFlags = Flags & {
  readonly lesson: string;
  readonly objective?: string;
  readonly place: boolean;
  readonly dryRun?: true;
};
type ExportFlags = Flags & { readonly to: string; readonly force?: true };

export function register(program: Command): void {
  const exchange = program
    .command('exchange')
    .description('bring questions from Moodle (GIFT, Moodle XML), and take ours there or as QTI 3.0');
  const within = () => new Option('--in <folder>', 'the content folder, when there are several');
  exchange
    .command('import')
    .description('add the questions of a file to a lesson’s quiz.yaml, and say of each what did not come along')
    .argument('<file>', 'a file in GIFT (.gift, .txt) or Moodle XML (.xml)')
    .requiredOption('--lesson <path/lesson>', 'the lesson they go into: tcp-tls/half-close')
    .option('--locale <locale>', 'the language they are written in: en or zh; the lesson’s, when it has one')
    .option('--objective <id>', 'the objective they ask about; the lesson’s, when it has one')
    .option('--format <format>', 'gift or moodle, when the file’s name does not say')
    .option('--no-place', 'leave the lesson’s words as they are; otherwise each question is placed at their end')
    .option('--dry-run', 'report only, write nothing')
    .addOption(within())
    .action((file: string, flags: ImportFlags) => faultsTold(() => importInto(file, flags)));
  exchange
    .command('export')
    .description('write a lesson’s questions to a file, and say of each what the format cannot hold')
    .argument('<lesson>', 'as path/lesson: tcp-tls/three-way-four-way')
    .requiredOption('--to <file>', 'quiz.gift, quiz.xml (Moodle XML) or quiz.zip (QTI 3.0); - prints it, with --format')
    .option('--locale <locale>', 'the language to write: en or zh', 'en')
    .option('--format <format>', 'gift, moodle or qti, when the file’s name does not say')
    .option('--force', 'write over a file that is there')
    .addOption(within())
    .action((lesson: string, flags: ExportFlags) => faultsTold(() => exportFrom(lesson, flags)));
}

async function faultsTold(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function lessonNamed(id: string, within: string | undefined): Promise<LessonPlace> {
  const found = knownLesson(await pathsIn(foldersOf(within)), id);
  if (typeof found === 'string') throw new UsageFault(found);
  return found;
}

function localeNamed(typed: string | undefined, usual: readonly Locale[]): Locale {
  const [only, ...others] = usual;
  if (typed === undefined && only && others.length === 0) return only;
  if (typed !== undefined && isLocale(typed)) return typed;
  const written = typed === undefined ? 'The lesson has two languages' : `"${typed}" is no language here`;
  throw new UsageFault(`${written}; say which one the questions are in: --locale ${locales.join(' or --locale ')}`);
}

async function importInto(file: string, flags: ImportFlags): Promise<void> {
  const lesson = await insideOf(await lessonNamed(flags.lesson, flags.in));
  const locale = localeNamed(flags.locale, lesson.languages);
  const objective = flags.objective ?? (lesson.objectives.length === 1 ? lesson.objectives[0] : undefined);
  if (objective !== undefined && !lesson.objectives.includes(objective))
    throw new UsageFault(`lesson.yaml has no objective "${objective}"; there are ${lesson.objectives.join(', ')}`);
  const read = await fileOf(file, flags.format);
  const { brought, notes } = await broughtInto(read, lesson, { locale, objective });
  for (const { line, column, message, fix } of read.faults)
    console.error(`${file}:${line}:${column}  error  ${message}${fix === undefined ? '' : `\n    write     ${fix}`}`);
  for (const line of noteLines(notes)) console.log(line);
  const ids = brought.map((question) => String(question.id));
  if (ids.length > 0 && !flags.dryRun) {
    const changed = await changesFor(lesson, brought, ids, flags.place);
    await placeFiles(changed);
    for (const change of changed)
      console.log(`${change.before === undefined ? 'wrote  ' : 'changed'}  ${authorPath(change.file)}`);
  }
  const partly = new Set(notes.filter(({ loss }) => loss !== 'left-out').map(({ line, item }) => `${line} ${item}`))
    .size;
  const lost = read.faults.length + read.questions.length - brought.length;
  console.log(
    `\n${brought.length} of ${read.questions.length + read.faults.length} questions ${flags.dryRun ? 'would be brought' : 'brought'}, ${partly} of them not whole; ${lost} left out.`,
  );
  const other = lesson.languages.filter((one) => one !== locale);
  if (other.length > 0 && ids.length > 0)
    console.log(
      `They are written in ${locale} alone: \`npm run handrail -- check ${authorPath(lesson.folder)}\` names each place where ${other.join()} is missing.`,
    );
  if (read.faults.length > 0) process.exitCode = 1;
}

/** Never more than the most is read: a file that is larger is told by its size. */
async function fileOf(file: string, format: string | undefined): Promise<ReadFile> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageFault(`there is no file ${file}`);
  if (found.size > limits.bytes)
    throw new UsageFault(`${file} has ${found.size} bytes; at most ${limits.bytes} are read`);
  const read = textOfBytes(await readFile(file));
  if ('fault' in read) return { questions: [], faults: [read.fault] };
  const named = format ?? (/^\s*</.test(read.text) ? 'moodle' : 'gift');
  if (named === 'gift') return parseGift(read.text);
  if (named === 'moodle') return parseMoodle(read.text);
  throw new UsageFault(`"${named}" cannot be brought; a file is gift or moodle`);
}

type Brings = { brought: Record<string, unknown>[]; notes: Note[] };

async function broughtInto(
  { questions }: ReadFile,
  lesson: LessonInside,
  { locale, objective }: { locale: Locale; objective: string | undefined },
): Promise<Brings> {
  const fault = await itemIds(lesson);
  const given = new Set<string>();
  const taken = { has: (id: string) => given.has(id) || fault(id) !== undefined, add: (id: string) => given.add(id) };
  const into = { locale, objectives: lesson.objectives, taken, ...(objective === undefined ? {} : { objective }) };
  const all = questions.map((question): Brought => bringQuestion(question, into));
  return {
    brought: all.flatMap(({ question }) => (question ? [question] : [])),
    notes: all.flatMap(({ notes }) => notes),
  };
}

/** The quiz with the questions at its end; each language's words that place them; and, of a lesson that is out, the record of ids. */
async function changesFor(
  lesson: LessonInside,
  brought: readonly Record<string, unknown>[],
  ids: readonly string[],
  isPlaced: boolean,
): Promise<Change[]> {
  const file = inFolder(lesson.folder, 'quiz.yaml');
  const before = await readFile(file, 'utf8').catch(() => undefined);
  const text = withQuestions(before ?? emptyQuiz(), brought, authorPath(file));
  const changes: Change[] = [{ file, text, ...(before === undefined ? {} : { before }) }];
  const practised = brought.filter(({ use }) => use !== 'assessed').map(({ id }) => `<Quiz id="${id}" />`);
  if (isPlaced && practised.length > 0)
    for (const locale of lesson.languages) {
      const words = inFolder(lesson.folder, `${locale}.mdx`);
      const written = await readFile(words, 'utf8');
      changes.push({
        file: words,
        before: written,
        text: withLineAtEnd(written, practised.join(written.includes('\r\n') ? '\r\n\r\n' : '\n\n')),
      });
    }
  const record = lesson.draft ? undefined : await recordOf(lesson.dir);
  if (record) {
    const joined = joinedIds(record.ids, { lessons: [], items: ids.map((id) => `${lesson.id}/${id}`) });
    changes.push({ file: record.file, before: record.text, text: `${JSON.stringify(joined, null, 2)}\n` });
  }
  return changes;
}

const endings: Readonly<Record<string, string>> = { gift: 'gift', txt: 'gift', xml: 'moodle', zip: 'qti' };

async function exportFrom(id: string, flags: ExportFlags): Promise<void> {
  const locale = localeNamed(flags.locale, []);
  const ending = /\.([a-z]+)$/.exec(flags.to)?.[1] ?? '';
  const format = flags.format ?? (Object.hasOwn(endings, ending) ? endings[ending] : undefined);
  if (format !== 'gift' && format !== 'moodle' && format !== 'qti')
    throw new UsageFault(`which form? --format gift, --format moodle or --format qti`);
  const { folder, order } = await lessonNamed(id, flags.in);
  const [path = '', slug = ''] = id.split('/');
  const { lesson, errors } = await readWholeLesson({ path, slug, order, folder });
  const isWrong = errors.some(({ file, severity }) => severity !== 'warning' && file.endsWith('/quiz.yaml'));
  // What cannot be read would be missing without a word.
  if (!lesson || isWrong)
    throw new UsageFault(`${id} has to be right first: npm run handrail -- check ${authorPath(folder)}`);
  const questions = lesson.items.flatMap((item) => (item.kind === 'question' ? [item.question] : []));
  const { bytes, notes, count } = written(format, questions, { locale, id });
  if (flags.to === '-') process.stdout.write(bytes);
  else await writeOut(flags.to, bytes, flags.force === true);
  // The report never mixes with what is printed.
  for (const line of noteLines(notes)) console.error(line);
  const partly = new Set(notes.filter(({ loss }) => loss !== 'left-out').map(({ item }) => item)).size;
  console.error(`\n${count} of ${questions.length} questions written to ${flags.to}, ${partly} of them not whole.`);
}

/** What somebody may have worked on since is not written over. */
async function writeOut(file: string, bytes: string | Buffer, isForced: boolean): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: isForced ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') throw new UsageFault(`${file} is there already; --force writes over it`);
    if (code === 'ENOENT' || code === 'EISDIR') throw new UsageFault(`${file} cannot be written: is its folder there?`);
    throw error;
  }
}

function written(
  format: 'gift' | 'moodle' | 'qti',
  questions: readonly Question[],
  { locale, id }: { locale: Locale; id: string },
): { bytes: string | Buffer; notes: readonly Note[]; count: number } {
  if (format === 'qti') {
    const { files, notes } = qtiPackage(questions, { locale, lesson: id, title: id });
    return { bytes: zip(files), notes, count: files.size - 2 };
  }
  const category = `$course$/${id}`;
  const taken = questions.map((question) => takeQuestion(question, { locale, format, category }));
  const whole = taken.flatMap(({ question }) => question ?? []);
  const notes = taken.flatMap((one) => one.notes);
  return { bytes: format === 'gift' ? writeGift(whole) : writeMoodle(whole), notes, count: whole.length };
}
