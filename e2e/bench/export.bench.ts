import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { findClassSeen } from '../../lib/classes/class-store';
import type { Figure } from '../../lib/cli/bench';
import { curriculum } from '../../lib/curriculum/read-curriculum';
import { openDatabase } from '../../lib/db/database';
import { databaseUrl } from '../../lib/db/shared-connection';
import { attemptRows } from '../../lib/out/export-query-store';
import { exportClass } from '../../lib/out/submit-export';
import { forget } from '../fixtures/product';
import { answerMuch, makeClass } from './large-class';

/** `HANDRAIL_BENCH_LEARNERS=100000` for ten million answers. */
const LEARNERS = Number(process.env.HANDRAIL_BENCH_LEARNERS ?? 10_000);
const EACH = 99;
const ROUNDS = 3;

/** Every answer of a class, against `\copy` of the same rows by psql, in turns. */
export async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync('/tmp/handrail-export-');
  const database = await openDatabase({ DATA_DIR: dataDir });
  try {
    const id = await makeClass(1, 1, LEARNERS);
    await answerMuch(await curriculum(), 1, LEARNERS, EACH);
    const ways: Record<'copy' | 'export', number[]> = { copy: [], export: [] };
    let grown = 0;
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      ways.copy.push(await seconds(() => copied(attemptRows(id, null))));
      const before = process.memoryUsage.rss();
      ways.export.push(
        await seconds(async () => {
          const seen = await findClassSeen(id, id);
          const made = seen && (await exportClass(seen, 'attempts.csv', 'en'));
          if (made?.kind !== 'stream') throw new Error('no export was made');
          bytes = 0;
          for await (const piece of made.stream) {
            bytes += piece.length;
            grown = Math.max(grown, process.memoryUsage.rss() - before);
          }
        }),
      );
    }
    const [copy, own] = [Math.min(...ways.copy), Math.min(...ways.export)];
    return [
      { name: `every answer of ${LEARNERS} learners, against \\copy`, value: copy / own, unit: '×', atLeast: 0.5 },
      { name: 'memory that an export adds', value: grown / 2 ** 20, unit: 'MiB', atMost: 200 },
      { name: 'rows a second', value: (LEARNERS * EACH) / own, unit: '/s' },
      { name: 'size', value: bytes / 2 ** 20, unit: 'MiB' },
      { name: '\\copy of the same rows', value: (LEARNERS * EACH) / copy, unit: '/s' },
    ];
  } finally {
    await database.close();
    await forget(dataDir);
  }
}

/** psql writes the rows to where nothing is kept. */
function copied(query: string): Promise<void> {
  const command = `\\copy (${query.replace(/\s+/g, ' ')}) to '/dev/null' with (format csv)`;
  const child = spawn('psql', [databaseUrl(), '--no-psqlrc', '--quiet', '-c', command], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`psql ended with ${code}`))));
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
