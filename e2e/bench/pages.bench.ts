import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Figure } from '../../lib/cli/bench';
import { lessonPath } from '../fixtures/pages';
import { forget, startProduct } from '../fixtures/product';
import { inTurn, load } from './load';
import { startNextApp } from './next-app';
import { type Recorded, recordAnswers, recordColdView } from './recording';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SECONDS = 4;
const ROUNDS = 5;

/** How much of what bare node:http can do is left when it is our front door that sends the same bytes. */
export async function run(): Promise<Figure[]> {
  const product = await startProduct({ env: { LOG_LEVEL: 'info' } });
  try {
    const logged = product.said().length;
    const paths = await recordColdView(product.url, ['/en/paths/tcp-tls', lessonPath('en')]);
    const reached =
      product
        .said()
        .slice(logged)
        .match(/"next":true/g)?.length ?? 0;
    // What is asked for without a cookie and answered with nothing is no file to be sent.
    const recorded = await recordAnswers(
      product.url,
      paths.filter((path) => !path.startsWith('/api/')),
    );
    const files = recorded.map(({ path }) => path);
    const bare = await startBare(recorded);
    const next = await startNextApp(root, { HANDRAIL_DIST_DIR: servedBuild() });
    const html = [lessonPath('en')];
    const [all = 0, bareAll = 0, page = 0, barePage = 0, nextPage = 0] = await inTurn(ROUNDS, [
      () => load(product.url, files, SECONDS),
      () => load(bare.url, files, SECONDS),
      () => load(product.url, html, SECONDS),
      () => load(bare.url, html, SECONDS),
      () => load(next.url, html, SECONDS),
    ]);
    bare.stop();
    await next.stop();
    return [
      {
        name: `cold view of path page and lesson (${paths.length} requests) reaches Next`,
        value: reached,
        unit: 'times',
        atMost: 0,
      },
      { name: 'its replay', value: all, unit: 'req/s' },
      {
        name: 'its replay against bare node:http sending the same bytes',
        value: all / bareAll,
        unit: '×',
        atLeast: 0.7,
      },
      { name: 'the lesson’s HTML', value: page, unit: 'req/s' },
      { name: 'the lesson’s HTML against bare node:http', value: page / barePage, unit: '×', atLeast: 0.85 },
      { name: 'the lesson’s HTML against next start', value: page / nextPage, unit: '×' },
    ];
  } finally {
    await product.stop();
    await forget(product.dataDir);
  }
}

async function startBare(recorded: readonly Recorded[]): Promise<{ url: string; stop(): void }> {
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-bare-')), 'recording.json');
  writeFileSync(file, JSON.stringify(recorded));
  const script = join(root, 'e2e/bench/bare-server.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const first = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
  const { port } = z.object({ port: z.number() }).parse(JSON.parse(first.toString('utf8')));
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

/** The build that the product has just been started on: the one that was marked last. */
function servedBuild(): string {
  const builds = process.env.HANDRAIL_BUILDS ?? '.next/tests';
  const folder = join(root, builds, 'build');
  const at = (name: string) => statSync(join(folder, name, 'door.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const [latest = ''] = readdirSync(folder).sort((a, b) => at(b) - at(a));
  return join(builds, 'build', latest);
}
