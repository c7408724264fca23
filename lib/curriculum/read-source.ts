import { isUtf8 } from 'node:buffer';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { largestFile, notAFile, notUtf8, tooLarge } from './read-source-faults';
import { type SourceText, sourceText } from './source-text';

/** A path as an author would type it: relative where that is shorter. */
export function authorPath(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith('..') || near === '' ? path : near).split(sep).join('/');
}

/** The file's text, or undefined when there is none. What cannot be text (too large, a device, not UTF-8) is a fault with its place. */
export async function readSource(path: string): Promise<SourceText | undefined> {
  const file = authorPath(path);
  try {
    const stat = await lstat(path);
    if (!stat.isFile()) return { file, text: '', fault: notAFile(file) };
    if (stat.size > largestFile(file)) return { file, text: '', fault: tooLarge(file, stat.size) };
    const bytes = await readFile(path);
    if (isUtf8(bytes)) return sourceText(file, bytes.toString('utf8'));
    return { file, text: '', fault: notUtf8(file, bytes) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What editors and systems leave beside an author's files. */
export function isLeftBehind(name: string): boolean {
  return /^\.|~$|\.(swp|bak|orig|tmp)$|^(Thumbs\.db|desktop\.ini)$/i.test(name);
}

export type Listing = { readonly files: readonly string[]; readonly folders: readonly string[] };

/** What stands in a folder, by name, without what editors and systems leave behind. */
export async function listFolder(path: string): Promise<Listing> {
  const entries = (await readdir(path, { withFileTypes: true }))
    .filter(({ name }) => !isLeftBehind(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const isFolder = (name: string, is: boolean) => (is ? [name] : []);
  return {
    files: entries.flatMap((entry) => isFolder(entry.name, !entry.isDirectory())),
    folders: entries.flatMap((entry) => isFolder(entry.name, entry.isDirectory())),
  };
}

export async function folderExists(path: string): Promise<boolean> {
  try {
    await readdir(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return false;
    throw error;
  }
}

export function inFolder(folder: string, name: string): string {
  return join(folder, name);
}
