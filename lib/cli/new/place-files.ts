import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageFault } from '@/lib/cli/check/usage-fault';

/** File name → text. */
export type Files = Readonly<Record<string, string>>;

/** A file that comes into being, or (with `before`) one whose text becomes another. */
export type Change = { readonly file: string; readonly text: string; readonly before?: string };

/** Makes a folder with all its files, or nothing: it is written beside its place under a name that nothing reads, then renamed. */
export async function placeFolder(folder: string, files: Files): Promise<void> {
  const draft = join(dirname(folder), `.${basename(folder)}.${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(draft, name)), { recursive: true });
      await writeFile(join(draft, name), text);
    }
    // Fails where a folder with anything in it, or a file, is there already.
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw isThere(error) ? new UsageFault(`${folder} is there already; nothing was written.`) : error;
  }
}

/** All changes, or none. A new file never takes the place of another one; a changed one must still be what was read. */
export async function placeFiles(changes: readonly Change[]): Promise<void> {
  const staged = changes.map((change) => ({
    ...change,
    draft: join(dirname(change.file), `.${basename(change.file)}.${randomUUID()}`),
  }));
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { draft, text } of staged) await writeFile(draft, text);
    // What is new comes first: a text never names a task that is not there.
    for (const { draft, file } of staged.filter(({ before }) => before === undefined)) {
      await link(draft, file);
      undo.unshift(() => rm(file, { force: true }));
    }
    for (const { draft, file, before } of staged) {
      if (before === undefined) continue;
      if ((await readFile(file, 'utf8')) !== before)
        throw new UsageFault(`${file} was changed meanwhile; nothing was written. Try again.`);
      await rename(draft, file);
      undo.unshift(() => writeFile(file, before));
    }
  } catch (error) {
    for (const step of undo) await step();
    throw isThere(error) ? new UsageFault(`${pathOf(error)} is there already; nothing was written.`) : error;
  } finally {
    for (const { draft } of staged) await rm(draft, { force: true });
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(String(error.code));
}

function pathOf(error: unknown): string {
  return error instanceof Error && 'dest' in error ? String(error.dest) : 'The file';
}
