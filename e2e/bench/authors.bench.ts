import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '@/lib/cli/bench';
import { lessonFolder, writeGeneratedContent } from './generated-content';

/** The promise speaks of a thousand; `BENCH_LESSONS=100` gives a first impression in a tenth of the time. */
const LESSONS = Number(process.env.BENCH_LESSONS ?? 1_000);
const ROUNDS = 5;

type Run = { readonly seconds: number; readonly mebibytes: number; readonly said: string };

/** What an author waits for: the whole command, from the shell and back, with so many lessons present. */
export async function run(): Promise<Figure[]> {
  const home = mkdtempSync('/tmp/handrail-authors-');
  try {
    const content = join(home, 'content');
    await writeGeneratedContent(content, LESSONS);
    const check = () => checked(content, join(home, 'data'));
    const cold = await check();
    // The files are a moment old now: from here on their times are believed.
    await check();
    const unchanged = await repeated(check);
    const words = join(content, lessonFolder(3), 'en.mdx');
    let round = 0;
    const changed = await repeated(() => {
      round += 1;
      writeFileSync(words, readFileSync(words, 'utf8').replace(/\n$/, ` Once more, ${round}.\n`));
      return check();
    });
    const name = `handrail check, ${LESSONS} lessons`;
    return [
      { name: `${name}: nothing known, ${availableParallelism()} cores`, value: cold.seconds, unit: 's', atMost: 90 },
      { name: `${name}: largest memory`, value: cold.mebibytes, unit: 'MiB', atMost: 1_500 },
      { name: `${name}: nothing changed (median of ${ROUNDS})`, value: unchanged, unit: 's', atMost: 1.5 },
      { name: `${name}: one changed (median of ${ROUNDS})`, value: changed, unit: 's', atMost: 1 },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function repeated(once: () => Promise<Run>): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) seconds.push((await once()).seconds);
  return seconds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** Runs the command as an author does, and fails when it finds anything: generated lessons are sound. */
function checked(content: string, data: string): Promise<Run> {
  const report = 'process.on("exit",()=>process.stderr.write("\\nrss "+process.resourceUsage().maxRSS+"\\n"))';
  const args = ['--import', `data:text/javascript,${report}`, 'lib/cli/handrail.mjs', 'check'];
  const begin = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CONTENT_DIRS: content, DATA_DIR: data },
  });
  let said = '';
  const hear = (bytes: Buffer) => {
    said += bytes.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - begin) / 1_000;
      const kibibytes = Math.max(...[...said.matchAll(/rss (\d+)/g)].map(([, size]) => Number(size)));
      if (code === 0) resolve({ seconds, mebibytes: kibibytes / 1_024, said });
      else reject(new Error(`the check of generated lessons ended with ${code}:\n${said.slice(0, 2_000)}`));
    });
  });
}
