import { lstat, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Edit } from '@/lib/curriculum/author-error';
import { editedRaw } from '@/lib/curriculum/edits';
import { idsOf, joinedIds, readPublishedIds } from '@/lib/curriculum/published-ids';
import { readContent } from '@/lib/curriculum/read-content';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { authorPath, folderExists, listFolder, readSource } from '@/lib/curriculum/read-source';
import { headingIdsOf, writtenHeadingIds } from '@/lib/curriculum/written-heading-ids';
import { locales } from '@/lib/words/locale';
import { checkContent } from './content';
import { writeEditorFiles } from './editor-files';
import { writeHandbook } from './handbook';

/** One mended place may lay open the next; more rounds than these mean that two edits quarrel. */
const mostRounds = 5;

/** Writes what a machine can write without changing what an author meant, and returns what it did, line by line. */
export async function fixContent(files: readonly string[], dirs = contentDirs()): Promise<string[]> {
  const done: string[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const made = await makeEdits(files, dirs);
    if (made.length === 0) break;
    done.push(...made);
  }
  for (const dir of dirs) {
    if (!(await folderExists(dir))) continue;
    for (const path of (await listFolder(dir)).folders)
      for (const lesson of (await listFolder(join(dir, path))).folders)
        done.push(...(await fixHeadings(join(dir, path, lesson), files)));
  }
  // The record, the handbook and the editor's schemas speak of everything, so they are written when everything is asked for.
  if (files.length === 0)
    done.push(...(await recordIds(dirs)), ...(await writeHandbook(dirs)), ...(await writeEditorFiles(dirs)));
  return done;
}

/** Every edit that the check offers, file by file. */
async function makeEdits(files: readonly string[], dirs: readonly string[]): Promise<string[]> {
  const { errors } = await checkContent(files, [...dirs]);
  const edits = new Map<string, { edit: Edit; rule: string }[]>();
  for (const { file, edit, rule } of errors) if (edit) edits.set(file, [...(edits.get(file) ?? []), { edit, rule }]);
  const done: string[] = [];
  for (const [file, offered] of edits) {
    const path = resolve(file);
    // What is not a file of this folder (a link that leads out of it) is told, and left as it is.
    if (!dirs.some((dir) => path.startsWith(resolve(dir) + sep)) || !(await lstat(path)).isFile()) continue;
    const raw = await readFile(path, 'utf8');
    const mended = editedRaw(
      raw,
      offered.map(({ edit }) => edit),
    );
    if (mended === raw) continue;
    await writeWhole(path, mended);
    done.push(`mended ${file}: ${[...new Set(offered.map(({ rule }) => rule))].join(', ')}`);
  }
  return done;
}

/** The first language's headings give the ids; the other takes them over, heading by heading. */
async function fixHeadings(folder: string, files: readonly string[]): Promise<string[]> {
  const written: string[] = [];
  let model: string[] = [];
  for (const locale of locales) {
    const file = join(folder, `${locale}.mdx`);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const isAsked = files.length === 0 || files.some((asked) => `${file}${sep}`.startsWith(resolve(asked) + sep));
    const fixed = isAsked ? writtenHeadingIds(text, model.length === headingIdsOf(text).length ? model : []) : text;
    model = headingIdsOf(fixed);
    if (fixed === text) continue;
    await writeWhole(file, fixed);
    written.push(`wrote ${authorPath(file)}`);
  }
  return written;
}

async function recordIds([own]: readonly string[]): Promise<string[]> {
  if (own === undefined || !(await folderExists(own))) return [];
  const { curriculum, findings } = await readContent([own]);
  // What does not read soundly is not published yet.
  if (findings.length > 0) return [];
  const file = resolve(own, '.ids.json');
  const source = await readSource(file);
  const ids = joinedIds(readPublishedIds(source).ids, idsOf(curriculum.paths));
  const text = `${JSON.stringify(ids, null, 2)}\n`;
  if (source?.text === text) return [];
  await writeWhole(file, text);
  return [`wrote ${authorPath(file)}`];
}

/** An author's file is the old one or the new one, never half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${process.pid}.tmp`);
  const mode = await lstat(path).then(
    (stat) => stat.mode,
    () => 0o644,
  );
  await writeFile(beside, text, { mode });
  await rename(beside, path);
}
