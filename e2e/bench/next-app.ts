import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../fixtures/product';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const next = join(root, 'node_modules/next/dist/bin/next');

/** An application served by `next start`, to compare with. */
export type NextApp = { readonly url: string; stop(): Promise<void> };

/** Builds the empty application with this project's Next and React, in a folder under the project. */
export async function buildFloor(): Promise<string> {
  const folder = join(root, '.next/floor');
  mkdirSync(folder, { recursive: true });
  cpSync(join(here, 'floor'), folder, { recursive: true });
  await finished(
    spawn(process.execPath, [next, 'build', folder], { cwd: folder, stdio: 'pipe', env: environment({}) }),
  );
  return folder;
}

export async function startNextApp(folder: string, env: Record<string, string> = {}): Promise<NextApp> {
  const port = await freePort();
  const args = [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', env: environment(env) });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries += 1) {
    // Whatever it answers, it listens.
    if (await fetch(url).catch(() => null)) return { url, stop: () => stop(child) };
    await pause(100);
  }
  await stop(child);
  throw new Error('next start did not answer within 30 seconds');
}

function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env };
}

async function finished(child: ChildProcess): Promise<void> {
  let said = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString('utf8');
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`next build of the floor ended with ${code}:\n${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}
