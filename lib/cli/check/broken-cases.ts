import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const corpus = join(process.cwd(), 'lib/curriculum/broken');

/** A content folder with one mistake in it: lib/curriculum/broken/ROOM/CASE/ over lib/curriculum/broken/base/. */
export type BrokenCase = {
  /** `mdx/plain-less-than` */
  readonly name: string;
  readonly folder: string;
  /** `tcp-tls/03-handshakes/en.mdx:10:5 plain-less-than`, sorted. */
  readonly expected: readonly string[];
  /** Files of base that are left out. */
  readonly without: readonly string[];
};

export function brokenCases(): BrokenCase[] {
  const rooms = foldersIn(corpus).filter((room) => room !== 'base');
  return rooms.flatMap((room) => foldersIn(join(corpus, room)).map((name) => readCase(`${room}/${name}`)));
}

function readCase(name: string): BrokenCase {
  const folder = join(corpus, name);
  const lines = readFileSync(join(folder, 'expected.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const without = lines.flatMap((line) => (line.startsWith('without ') ? [line.slice('without '.length)] : []));
  return { name, folder, expected: lines.filter((line) => !line.startsWith('without ')).sort(), without };
}

/** Runs `use` with the case laid out as a content folder; without a case, base alone. */
export async function inFolderOf<T>(broken: BrokenCase | undefined, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'handrail-broken-'));
  try {
    await cp(join(corpus, 'base'), dir, { recursive: true });
    for (const file of broken?.without ?? []) await rm(join(dir, file), { recursive: true });
    if (broken)
      await cp(broken.folder, dir, {
        recursive: true,
        filter: (from) => !['expected.txt', 'fixed'].includes(relative(broken.folder, from)),
      });
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
