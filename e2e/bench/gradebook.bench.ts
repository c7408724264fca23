import { mkdtempSync } from 'node:fs';
import type { Figure } from '../../lib/cli/bench';
import { curriculum } from '../../lib/curriculum/read-curriculum';
import { openDatabase } from '../../lib/db/database';
import { pool } from '../../lib/db/pool';
import type { GradeColumn } from '../../lib/gradebook/columns';
import { lessonRollup } from '../../lib/gradebook/rollup-store';
import { type ScreenQuery, screenSorts } from '../../lib/gradebook/screen';
import { gradebookScreen } from '../../lib/gradebook/screen-store';
import { classProgress } from '../../lib/gradebook/submit-class-progress';
import { fold } from '../../lib/gradebook/submit-fold';
import { forget } from '../fixtures/product';
import { answerMuch, makeClass } from './large-class';

/** `HANDRAIL_BENCH_LEARNERS=5000` for a quick look. */
const LARGE = Number(process.env.HANDRAIL_BENCH_LEARNERS ?? 100_000);
const SMALL = 1_000;
const EACH = 99;
const ROUNDS = 400;

/** A gradebook of 100,000 learners and 10⁷ answers beside one of 1,000, in one database; each folded from its answers first. */
export async function run(): Promise<Figure[]> {
  const dataDir = mkdtempSync('/tmp/handrail-gradebook-');
  const database = await openDatabase({ DATA_DIR: dataDir });
  try {
    const taught = await curriculum();
    const small = await makeClass(1, 1, SMALL);
    const large = await makeClass(2, SMALL + 1, LARGE);
    const load = await seconds(() => answerMuch(taught, 1, SMALL + LARGE, EACH));
    const folding = await seconds(foldAll);
    await settle();
    const lessons = taught.paths.flatMap((path) => path.lessons).slice(0, 50);
    const columns = lessons.map(({ id }): GradeColumn => ({ kind: 'lesson', lesson: id }));
    const asItems = (lessons[0]?.items ?? []).map(({ id }): GradeColumn => ({ kind: 'item', item: id }));
    const jump = (id: string, learners: number, round: number, shown = columns) =>
      gradebookScreen({ id, paths: [] }, { ...jumpTo(round, learners), columns: shown });
    const first = (id: string) => gradebookScreen({ id, paths: [] }, { ...jumpTo(0, 0), columns });
    const analysed = lessons.map(({ id }) => id);
    const [firstSmall, firstLarge, jumpSmall, jumpLarge, itemsLarge, rollup] = await inTurns([
      () => first(small),
      () => first(large),
      (round) => jump(small, SMALL, round),
      (round) => jump(large, LARGE, round),
      (round) => jump(large, LARGE, round, asItems),
      (round) => lessonRollup(large, analysed[round % analysed.length] ?? ''),
    ]);
    const progress: number[] = [];
    for (let round = 0; round < 10; round += 1)
      progress.push(
        await milliseconds(() => classProgress({ id: large, paths: [], timeZone: 'Europe/Berlin' }, 12, new Date())),
      );
    const size = await pool().query<{ mb: number }>(
      'SELECT (pg_database_size(current_database()) / 1048576)::int AS mb',
    );
    return [
      { name: 'learners in the large class', value: LARGE, unit: '' },
      { name: 'answers loaded', value: (LARGE + SMALL) * EACH, unit: '' },
      { name: 'loading them', value: load, unit: 's' },
      { name: 'learners folded anew, with all they answered', value: (LARGE + SMALL) / folding, unit: '/s' },
      { name: 'database', value: size.rows[0]?.mb ?? 0, unit: 'MB' },
      { name: 'first screen of the large class, p99', value: p99(firstLarge), unit: 'ms', atMost: 50 },
      {
        name: 'first screen, large against small, p99',
        value: p99(firstLarge) / p99(firstSmall),
        unit: '×',
        atMost: 1.2,
      },
      { name: 'any jump in the large class, p99', value: p99(jumpLarge), unit: 'ms', atMost: 50 },
      { name: 'any jump in the large class, median', value: median(jumpLarge), unit: 'ms' },
      { name: 'any jump, large against small, p99', value: p99(jumpLarge) / p99(jumpSmall), unit: '×', atMost: 1.2 },
      {
        name: 'any jump, large against small, median',
        value: median(jumpLarge) / median(jumpSmall),
        unit: '×',
        atMost: 1.2,
      },
      { name: 'any jump, question by question, p99', value: p99(itemsLarge), unit: 'ms', atMost: 50 },
      { name: 'rollup of a lesson, 100,000 learners, p99', value: p99(rollup), unit: 'ms', atMost: 20 },
      { name: 'progress page of the large class, median', value: median(progress), unit: 'ms' },
    ];
  } finally {
    await database.close();
    await forget(dataDir);
  }
}

async function foldAll(): Promise<void> {
  for (;;) {
    const folded = await fold({ answers: 5_000, touches: 250 });
    if (folded.kind === 'folded' && folded.isAll) return;
  }
}

/** As a database is some minutes after a load. */
async function settle(): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("SET statement_timeout = '10min'");
    for (const table of [
      'class_standing',
      'lesson_score',
      'enrolment',
      'learner',
      'class_fence',
      'lesson_rollup',
      'place',
    ])
      await client.query(`VACUUM ANALYZE ${table}`);
    await client.query('CHECKPOINT');
  } finally {
    client.release(true);
  }
}

/** Anywhere, in any order, either way. */
function jumpTo(round: number, learners: number): Omit<ScreenQuery, 'columns'> {
  const sort = screenSorts[round % screenSorts.length] ?? 'name';
  const direction = round % 2 === 0 ? 'up' : 'down';
  return { sort, direction, from: Math.floor(((round * 0.6180339887) % 1) * learners), filter: {} };
}

/** Each in turn, so that what else the machine does meets all alike. */
async function inTurns(all: readonly ((round: number) => Promise<unknown>)[]): Promise<number[][]> {
  const times = all.map((): number[] => []);
  for (let round = -40; round < ROUNDS; round += 1)
    for (const [at, one] of all.entries()) {
      const took = await milliseconds(() => one(Math.abs(round)));
      if (round >= 0) times[at]?.push(took);
    }
  return times;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  return (await milliseconds(work)) / 1000;
}

function sorted(times: readonly number[] | undefined): number[] {
  return [...(times ?? [])].sort((one, other) => one - other);
}

function p99(times: readonly number[] | undefined): number {
  return sorted(times)[Math.ceil((times?.length ?? 0) * 0.99) - 1] ?? 0;
}

function median(times: readonly number[] | undefined): number {
  return sorted(times)[Math.floor((times?.length ?? 0) / 2)] ?? 0;
}
