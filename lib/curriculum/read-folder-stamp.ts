import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isLeftBehind } from './read-source';

/** What the file system says of a folder's files without opening them. */
export type FolderStamp = {
  /** Names, sizes, times and numbers of the folder and of all below it; another one means that something may have changed. */
  readonly signature: string;
  /** When the youngest of them was written, in milliseconds. */
  readonly newest: number;
};

type Found = { readonly name: string; readonly path: string; readonly isFolder: boolean };

/** Read in one go and not asynchronously: ten thousand files take a tenth of the time. */
export function stampOfFolder(folder: string): FolderStamp {
  const stamps = ['', ...below(folder).map(({ name }) => name)].map((name) => stampOf(folder, name));
  return {
    signature: stamps.map(({ line }) => line).join('\n'),
    newest: stamps.reduce((newest, { at }) => Math.max(newest, at), 0),
  };
}

/**
 * Whether a folder is as it was when it had this signature, with nothing in it younger than `before`. Folders are not listed: one in which a
 * name came, went or changed has another time itself. A name with a line break in it is never found again; then the answer is no.
 */
export function isAsStamped(folder: string, signature: string, before: number): boolean {
  for (const line of signature.split('\n')) {
    const now = stampOf(folder, line.slice(0, line.indexOf('\0')));
    if (now.line !== line || now.at >= before) return false;
  }
  return true;
}

function stampOf(folder: string, name: string): { readonly line: string; readonly at: number } {
  const { size, mtimeMs, ctimeMs, ino } = statSync(`${folder}${sep}${name}`, { throwIfNoEntry: false }) ?? nothing;
  return { line: `${name}\0${size}\0${mtimeMs}\0${ctimeMs}\0${ino}`, at: Math.max(mtimeMs, ctimeMs) };
}

/** The hash of everything below a folder: every name and every byte. */
export function hashOfFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const { name, path, isFolder } of below(folder)) {
    const bytes = isFolder ? undefined : bytesOf(path);
    hash.update(`${name}\0${bytes?.length ?? 'none'}\0`);
    if (bytes) hash.update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}

const nothing = { size: -1, mtimeMs: 0, ctimeMs: 0, ino: 0 };

function below(folder: string, prefix = ''): Found[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isLeftBehind(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): Found[] => {
      const path = join(folder, entry.name);
      const isFolder = entry.isDirectory();
      const name = `${prefix}${entry.name}${isFolder ? '/' : ''}`;
      return [{ name, path, isFolder }, ...(isFolder ? below(path, name) : [])];
    });
}

function bytesOf(path: string): Buffer | undefined {
  try {
    // A link or a pipe is a name without bytes: the reader says what is wrong with it, and nobody waits for a pipe.
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
