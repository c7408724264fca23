import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '@/lib/db/error-code';

const mark = 'held-by-';

/** Says that this process serves the build in `folder`, so that no later build removes it. Resolves to what takes that back. */
export async function holdBuild(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, `${mark}${process.pid}`);
  // Where builds cannot be written to, nobody removes them either.
  await writeFile(file, '').catch(() => undefined);
  return () => rm(file, { force: true }).catch(() => undefined);
}

/** Whether a process that still runs serves the build in `folder`. A mark that a killed process left counts for nothing. */
export async function isHeld(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.startsWith(mark) && isRunning(Number(name.slice(mark.length))));
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and belongs to somebody else.
    return errorCode(error) === 'EPERM';
  }
}
