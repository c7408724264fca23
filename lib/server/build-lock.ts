import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '@/lib/db/is-alive';

const SIGN_OF_LIFE_MS = 5_000;
const DEAD_AFTER_MS = 30_000;

/**
 * Holds the one place where builds are made, while `work` runs. Several starts at once build one after the other (and the
 * later ones find it done). The lock of a process that was killed is taken over.
 */
export async function withBuildLock<T>(folder: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'building');
  let told = false;
  while (!isTaken(file)) {
    if (!told) onWait();
    told = true;
    await pause(200);
  }
  // The number of a process is not enough: after a container's restart, another process has it.
  const alive = setInterval(() => signOfLife(file), SIGN_OF_LIFE_MS);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    rmSync(file, { force: true });
  }
}

function signOfLife(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody emptied the folder: no reason for a process that serves to end.
  }
}

/** Tries once; true when the lock is ours. */
function isTaken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (isDead(file)) removeDead(file);
  return false;
}

function isDead(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    if (Date.now() - statSync(file).mtimeMs > DEAD_AFTER_MS) return true;
    return holder > 0 && (holder === process.pid || !isAlive(holder));
  } catch {
    // It has just been let go.
    return false;
  }
}

/** Moved away first: of several that see a dead lock only one moves it, and a living one that it caught is put back. */
function removeDead(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isDead(aside)) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
