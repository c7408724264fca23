import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inject, vi } from 'vitest';
import { sharedConnection } from '@/lib/db/shared-connection';
import { type CommandModule, runProgram } from './program';

export type Said = { readonly code: number | null; readonly out: string; readonly err: string };

/**
 * Runs a command in this very process, in place of one of its own, which takes a second to begin: for the many ways to ask wrongly. Reads
 * the settings once: one file, one `url`.
 */
export function commandHere(module: CommandModule, url: string, more: Record<string, string> = {}) {
  return async (...args: string[]): Promise<Said> => {
    for (const [name, value] of Object.entries({ ...settings(url), ...more })) process.env[name] = value;
    const said = { out: '', err: '' };
    const hear = (to: 'out' | 'err', end: string) => (text: unknown) => {
      said[to] += `${text}${end}`;
      return true;
    };
    const ears = [
      vi.spyOn(console, 'log').mockImplementation(hear('out', '\n')),
      vi.spyOn(console, 'error').mockImplementation(hear('err', '\n')),
      vi.spyOn(process.stdout, 'write').mockImplementation(hear('out', '')),
      vi.spyOn(process.stderr, 'write').mockImplementation(hear('err', '')),
    ];
    try {
      process.exitCode = 0;
      await runProgram([module], args);
      return { code: Number(process.exitCode), ...said };
    } finally {
      process.exitCode = 0;
      for (const ear of ears) ear.mockRestore();
      // The command has closed what it opened; the test goes on with the same.
      sharedConnection().url = url;
    }
  };
}

/** Runs `handrail` as a person at no terminal does: nobody can be asked. On `url`, with a data folder of the run's own. */
export function handrailOn(url: string, more: Record<string, string> = {}) {
  const env = { ...process.env, ...settings(url), ...more, NODE_ENV: 'production' as const };
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

function settings(url: string): Record<string, string> {
  return {
    SECRET: 's'.repeat(32),
    PUBLIC_URL: 'https://learn.example.org',
    DATABASE_URL: url,
    // Of the whole run: what one command has read of the content, the next need not.
    DATA_DIR: join(inject('testDatabaseFolder'), 'command'),
  };
}
