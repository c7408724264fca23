import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { type AuthorError, inReadingOrder, isError } from '@/lib/curriculum/author-error';
import { checkPublishedMoves } from '@/lib/curriculum/check-published-moves';
import { contentFindings } from '@/lib/curriculum/content-rules';
import type { Lesson } from '@/lib/curriculum/lesson';
import {
  goneIds,
  type Hanging,
  idErrors,
  joinedIds,
  type PublishedIds,
  readPublishedIds,
} from '@/lib/curriculum/published-ids';
import { readContent } from '@/lib/curriculum/read-content';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { KeptLost } from '@/lib/curriculum/read-kept-lessons';
import { readSource } from '@/lib/curriculum/read-source';
import type { Looked } from './edited-since';
import { inCharacters } from './in-characters';
import { LessonChecks } from './lesson-checks';
import { UsageFault } from './usage-fault';

export type ContentCheck = {
  /** In reading order; their columns count characters. */
  readonly errors: readonly AuthorError[];
  /** What was looked at: "1 lesson, 11 questions, 7 tasks". */
  readonly extent: string;
  readonly looked: Looked;
};

/** Reads, compares and proves all content; of what it finds, says what lies in `files` (all of it when none are named). */
export async function checkContent(files: readonly string[], dirs = contentDirs()): Promise<ContentCheck> {
  const within = files.map((file) => namedFile(file, dirs));
  const checks = new LessonChecks(dirs);
  try {
    return await checkWith(checks, dirs, within);
  } catch (fault) {
    if (!(fault instanceof KeptLost)) throw fault;
    // What was kept vanished while it was read: then everything is looked at again.
    checks.forget();
    return await checkWith(new LessonChecks(dirs), dirs, within);
  } finally {
    checks.close();
  }
}

async function checkWith(
  checks: LessonChecks,
  dirs: readonly string[],
  within: readonly string[],
): Promise<ContentCheck> {
  const { curriculum, findings, place } = await readContent(dirs, { drafts: true, read: checks.read });
  const errors = [...inCharacters([...findings, ...contentFindings(curriculum, place)]), ...checks.findings()];
  const records = await Promise.all(dirs.map(readRecord));
  // A question may have come from another folder's lesson.
  const published = records.map(({ ids }) => ids).reduce(joinedIds);
  for (const [at, dir] of dirs.entries()) {
    const record = records[at];
    if (!record) continue;
    const { source } = record;
    const own = curriculum.paths.filter(({ lessons: [first] }) => first && lies(first.folder, dir));
    // A further content folder keeps its own record, if it wants one; the product's own must have it.
    if (source || dir === dirs[0]) errors.push(...record.errors);
    // What could not be read is not gone: the record is compared with sound content only.
    if ((source || dir === dirs[0]) && !findings.some(isError))
      errors.push(...idErrors(record, curriculum, own, await hangingOn(goneIds(record.ids, curriculum))));
    if (source && !findings.some(isError)) errors.push(...checkPublishedMoves(published, curriculum, own, place));
  }
  const lessons = curriculum.paths.flatMap((path) => path.lessons);
  await checks.save();
  const asked =
    within.length === 0 ? errors : errors.filter(({ file }) => within.some((path) => lies(resolve(file), path)));
  return { errors: inReadingOrder(asked), extent: extentOf(lessons), looked: { curriculum, fresh: checks.fresh } };
}

/** Asking a database loads much: mostly nothing is gone. */
async function hangingOn(gone: PublishedIds): Promise<Hanging> {
  if (gone.lessons.length + gone.items.length === 0) return new Map();
  return (await import('./orphaned-attempts')).orphanedAttempts(gone);
}

async function readRecord(dir: string) {
  const source = await readSource(resolve(dir, '.ids.json'));
  return { source, file: source?.file ?? 'content/.ids.json', ...readPublishedIds(source) };
}

function extentOf(lessons: readonly Lesson[]): string {
  const items = lessons.flatMap((lesson) => lesson.items);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const tasks = items.filter(({ kind }) => kind === 'task').length;
  return [count(lessons.length, 'lesson'), count(items.length - tasks, 'question'), count(tasks, 'task')].join(', ');
}

function namedFile(file: string, dirs: readonly string[]): string {
  const path = resolve(file);
  if (!statSync(path, { throwIfNoEntry: false })) throw new UsageFault(`There is no ${file}.`);
  if (!dirs.some((dir) => lies(path, dir)))
    throw new UsageFault(`${file} is not in a content folder (${dirs.join(', ')}).`);
  return path;
}

function lies(path: string, within: string): boolean {
  return path === within || path.startsWith(within + sep);
}
