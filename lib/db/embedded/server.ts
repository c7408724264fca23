import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '@/lib/db/embedded/installation';
import { readPostmaster } from '@/lib/db/embedded/postmaster';
import { fullDisk } from '@/lib/db/embedded/room';
import { run } from '@/lib/db/embedded/run';
import type { Owner } from '@/lib/db/embedded/system-user';
import { isAlive } from '@/lib/db/is-alive';
import { StartFault } from '@/lib/db/start-fault';

/** One embedded server: where it lies, the programs that run it and as whom. */
export interface Server {
  readonly installation: Installation;
  readonly bin: string;
  readonly owner: Owner | undefined;
  /** Further settings, as `-c` would take them. */
  readonly settings: readonly string[];
}

/** Runs `pg_ctl start`; says what the server's log says about it. Whether it runs is decided by connecting, not by this. */
export async function startServer({ installation, bin, owner, settings }: Server): Promise<string> {
  const { data, run: folder, log } = installation;
  const from = existsSync(log) ? statSync(log).size : 0;
  const options = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'unix_socket_permissions=0700',
    'log_checkpoints=off',
    ...settings,
  ];
  const args = ['start', '-w', '-D', data, '-l', log, '-o', options.map((option) => `-c '${option}'`).join(' ')];
  const { output } = await run(join(bin, 'pg_ctl'), args, owner, installation.home);
  return `${readFrom(log, from)}\n${output}`;
}

const STOP_SECONDS = 60;

/**
 * Stops the server that runs now, and waits for its end. pg_ctl's own waiting asks only whether there is a pid file: it would wait for the
 * next server too, when another process starts one at once.
 */
export async function stopServer({ installation, bin, owner }: Server): Promise<void> {
  const stopped = readPostmaster(installation);
  await run(join(bin, 'pg_ctl'), ['stop', '-W', '-m', 'fast', '-D', installation.data], owner, installation.home);
  const deadline = Date.now() + STOP_SECONDS * 1000;
  while (stopped !== undefined && readPostmaster(installation) === stopped && isAlive(stopped) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A reason in the log that trying again cannot mend. */
export function hopelessFault({ installation }: Server, log: string): StartFault | undefined {
  const { home } = installation;
  if (/No space left on device|Disk quota exceeded/.test(log)) return fullDisk(home, 'PostgreSQL could not write');
  if (
    /database files are incompatible|incorrect checksum in control file|could not locate required checkpoint/.test(log)
  )
    return new StartFault(
      `PostgreSQL cannot read the data in ${home}: ${fatalLine(log)}`,
      'They come from another machine or are damaged; restore a backup into an empty data folder.',
    );
  if (/Permission denied|has wrong ownership|has invalid permissions/.test(log))
    return new StartFault(
      `PostgreSQL may not use ${home}: ${fatalLine(log)}`,
      `Its folders must belong to the user that set them up and be closed to others (chmod 700 ${installation.data}).`,
    );
  if (/could not (create|resize|map|open) (anonymous )?shared memory|could not map anonymous/.test(log))
    return new StartFault(
      `PostgreSQL got no shared memory: ${fatalLine(log)}`,
      'Give the machine or container more memory (docker: --shm-size=256m).',
    );
  return undefined;
}

export function neverReady({ installation }: Server, seconds: number, log: string): StartFault {
  return new StartFault(
    `PostgreSQL in ${installation.home} did not become ready within ${seconds} seconds: ${fatalLine(log)}`,
    `Its log is ${installation.log}.`,
  );
}

function fatalLine(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((text) => /FATAL|PANIC/.test(text)) ?? lines.at(-1) ?? 'its log says nothing';
  return line.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

/** The log's end, at most 64 KB of it. */
function readFrom(file: string, from: number): string {
  if (!existsSync(file)) return '';
  const descriptor = openSync(file, 'r');
  try {
    const size = fstatSync(descriptor).size;
    const start = Math.max(Math.min(from, size), size - 65_536);
    const bytes = Buffer.alloc(size - start);
    readSync(descriptor, bytes, 0, bytes.length, start);
    return bytes.toString();
  } finally {
    closeSync(descriptor);
  }
}
