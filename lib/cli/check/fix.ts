import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { idsOf, joinedIds, readPublishedIds } from '@/lib/curriculum/published-ids';
import { readContent } from '@/lib/curriculum/read-content';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { authorPath, folderExists, listFolder, readSource } from '@/lib/curriculum/read-source';
import { headingIdsOf, writtenHeadingIds } from '@/lib/curriculum/written-heading-ids';
import { locales } from '@/lib/words/locale';

/** Writes what a machine can write: heading ids, the same in both languages, and the record of published ids. Returns what it wrote. */
export async function fixContent(): Promise<string[]> {
  const written: string[] = [];
  for (const dir of contentDirs()) {
    if (!(await folderExists(dir))) continue;
    for (const path of (await listFolder(dir)).folders)
      for (const lesson of (await listFolder(join(dir, path))).folders)
        written.push(...(await fixHeadings(join(dir, path, lesson))));
  }
  written.push(...(await recordIds()));
  return written;
}

/** The first language's headings give the ids; the other takes them over, heading by heading. */
async function fixHeadings(folder: string): Promise<string[]> {
  const written: string[] = [];
  let model: string[] = [];
  for (const locale of locales) {
    const file = join(folder, `${locale}.mdx`);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const fixed = writtenHeadingIds(text, model.length === headingIdsOf(text).length ? model : []);
    model = headingIdsOf(fixed);
    if (fixed === text) continue;
    await writeFile(file, fixed);
    written.push(authorPath(file));
  }
  return written;
}

async function recordIds(): Promise<string[]> {
  const [own] = contentDirs();
  if (own === undefined || !(await folderExists(own))) return [];
  const { curriculum, findings } = await readContent([own]);
  // What does not read soundly is not published yet.
  if (findings.length > 0) return [];
  const file = resolve(own, '.ids.json');
  const source = await readSource(file);
  const ids = joinedIds(readPublishedIds(source).ids, idsOf(curriculum.paths));
  const text = `${JSON.stringify(ids, null, 2)}\n`;
  if (source?.text === text) return [];
  await writeFile(file, text);
  return [authorPath(file)];
}
