import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Figure } from '../../lib/cli/bench';
import { inTurn, load } from './load';
import { type Recorded, recordAnswers } from './recording';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SECONDS = 2;
const ROUNDS = 3;
/** Each answers 200 requests and no more. */
const PRACTICES = 1_000;

const started = z.object({ address: z.object({ port: z.number() }), paths: z.array(z.string()) });

/** How much of what bare node:http can do is left when the practice server sends the same bytes, each request logged before it is answered. */
export async function run(): Promise<Figure[]> {
  const practice = started.parse(JSON.parse(await begin('practice-server.ts', String(PRACTICES))));
  const url = `http://127.0.0.1:${practice.address.port}`;
  const [first] = await recordAnswers(url, practice.paths.slice(0, 1));
  if (!first) throw new Error('the practice server did not answer');
  const recorded: Recorded[] = practice.paths.map((path) => ({ ...first, path }));
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-bare-')), 'recording.json');
  writeFileSync(file, JSON.stringify(recorded));
  const bare = z.object({ port: z.number() }).parse(JSON.parse(await begin('bare-server.ts', file)));
  const [ours = 0, theirs = 0] = await inTurn(ROUNDS, [
    () => load(url, practice.paths, SECONDS),
    () => load(`http://127.0.0.1:${bare.port}`, practice.paths, SECONDS),
  ]);
  for (const stop of stops.splice(0)) stop();
  return [
    { name: 'the practice server, each request logged', value: ours, unit: 'req/s' },
    { name: 'bare node:http sending the same bytes', value: theirs, unit: 'req/s' },
    { name: 'the practice server against bare node:http', value: ours / theirs, unit: '×', atLeast: 0.5 },
  ];
}

const stops: (() => void)[] = [];

/** Starts a server of this folder; resolves with the line it says when it listens. */
function begin(script: string, argument: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'e2e/bench', script), argument], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stops.push(() => void child.kill());
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      if (said.includes('\n')) resolve(said.slice(0, said.indexOf('\n')));
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with code ${code}`)));
  });
}
