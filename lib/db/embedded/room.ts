import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartFault } from '@/lib/db/start-fault';

/** Refuses to begin what would fill the disk. Asked before anything is written. */
export function ensureRoom(folder: string, bytes: number): void {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = bavail * bsize;
  if (free < bytes) throw fullDisk(existing, `${megabytes(free)} MB free, ${megabytes(bytes)} MB needed`);
}

export function fullDisk(folder: string, found: string): StartFault {
  return new StartFault(
    `The disk that holds ${folder} is full (${found}).`,
    'Make room there, or use a folder on another disk.',
  );
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 2 ** 20);
}
