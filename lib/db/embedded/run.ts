import { spawn } from 'node:child_process';
import type { Owner } from '@/lib/db/embedded/system-user';
import { StartFault } from '@/lib/db/start-fault';

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Not the caller's: PGDATA, LANG and their like change what these programs do, and what they print must be English to be read. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV };

/**
 * Runs a program to its end as `owner` and returns what it printed. It gets a session of its own, so that Ctrl-C in
 * the terminal reaches the app and not the database server it starts.
 */
export function run(program: string, args: readonly string[], owner?: Owner, cwd = '/'): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(owner && { uid: owner.uid, gid: owner.gid }),
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: ENVIRONMENT,
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.on('error', (error) => reject(owner ? asOtherUserFault(error, program) : error));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.join('') }));
  });
}

function asOtherUserFault(error: NodeJS.ErrnoException, program: string): Error {
  if (error.code === 'EPERM')
    return new StartFault(
      'This root may not start programs as another user (it lacks CAP_SETUID), and PostgreSQL refuses to run as root.',
      'Start as a plain user, give the container that capability, or set DATABASE_URL.',
      { cause: error },
    );
  if (error.code === 'EACCES')
    return new StartFault(
      `The database's user "handrail" may not enter the folder of ${program}.`,
      'Let others enter every folder above it (chmod o+x), start as a plain user, or set DATABASE_URL.',
      { cause: error },
    );
  return error;
}
