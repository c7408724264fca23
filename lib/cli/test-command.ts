import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';

export type Said = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `handrail` as a person at no terminal does: nobody can be asked. On `url`, with a data folder of the run's own. */
export function handrailOn(url: string, more: Record<string, string> = {}) {
  const env = {
    ...process.env,
    SECRET: 's'.repeat(32),
    PUBLIC_URL: 'https://learn.example.org',
    DATABASE_URL: url,
    // Of the whole run: what one command has read of the content, the next need not.
    DATA_DIR: join(inject('testDatabaseFolder'), 'command'),
    ...more,
    NODE_ENV: 'production' as const,
  };
  return (...args: string[]): Promise<Said> => {
    const child = spawn(process.execPath, ['lib/cli/handrail.mjs', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (bytes: Buffer) => {
      said.out += bytes.toString('utf8');
    });
    child.stderr.on('data', (bytes: Buffer) => {
      said.err += bytes.toString('utf8');
    });
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  };
}
