import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import type { Figure } from '../../lib/cli/bench';
import { Curriculum } from '../../lib/curriculum/curriculum';
import type { Item, Lesson } from '../../lib/curriculum/lesson';
import { curriculum } from '../../lib/curriculum/read-curriculum';
import { openDatabase } from '../../lib/db/database';
import { pool } from '../../lib/db/pool';
import { nextFraction, seeded } from '../../lib/labs/random';
import { type SimulatedDay, simulateYear } from '../../lib/review/simulate-year';
import { reviewOf } from '../../lib/review/submit-review';
import { seedAnswer } from '../../lib/review/test-answers-store';
import { yearPlot } from '../../lib/review/year-plot';
import { forget } from '../fixtures/product';

const LEARNERS = 1_000;
const ATTEMPTS = 20_000;
const LESSONS = 25;
const ROUNDS = 30;

/** A year of a thousand learners, drawn beside lib/review/README.md, and what one learner's queue costs after 20,000 answers. */
export async function run(): Promise<Figure[]> {
  const year = simulateYear({ learners: LEARNERS, days: 365, random: chance(20261124) });
  drawYear(year);
  const last = year.findLast(({ known }) => known)?.known;
  return [
    {
      name: 'cards due at once, the middle learner, worst day',
      value: Math.max(...year.map(({ due }) => due.median)),
      unit: '',
    },
    {
      name: 'cards due at once, one learner in ten, worst day',
      value: Math.max(...year.map(({ due }) => due.high)),
      unit: '',
    },
    { name: 'known after a year with review', value: (last?.reviewing ?? 0) * 100, unit: '%', atLeast: 85 },
    { name: 'known after a year without', value: (last?.not ?? 0) * 100, unit: '%' },
    ...(await queueFigures()),
  ];
}

function chance(seed: number): () => number {
  let state = seeded(seed);
  return () => {
    const next = nextFraction(state);
    state = next.state;
    return next.value;
  };
}

function drawYear(year: readonly SimulatedDay[]): void {
  const weekly = year.map((day, at) => ({ ...day, at })).filter(({ at }) => at % 7 === 0);
  const high = Math.max(...year.map(({ due }) => due.high));
  const queue = yearPlot({
    title: 'Cards due when a day begins, 1,000 simulated learners',
    unit: '',
    most: Math.ceil(high / 20) * 20,
    step: 20,
    lines: [
      { name: 'one in ten has more', tone: 'ink', points: weekly.map(({ at, due }) => [at, due.high]) },
      { name: 'the middle learner', tone: 'accent', points: weekly.map(({ at, due }) => [at, due.median]) },
    ],
  });
  const share = (of: 'reviewing' | 'not') =>
    weekly.flatMap(({ at, known }) => (known ? [[at, known[of] * 100] as const] : []));
  const retention = yearPlot({
    title: 'Share of what was learned that is known, 1,000 simulated learners',
    unit: ' %',
    most: 100,
    step: 20,
    lines: [
      { name: 'with review', tone: 'accent', points: share('reviewing') },
      { name: 'without', tone: 'ink', points: share('not') },
    ],
  });
  writeFileSync('lib/review/year-queue.svg', queue);
  writeFileSync('lib/review/year-retention.svg', retention);
}

/** One learner with 20,000 answers over 25 lessons, in a database of its own. */
async function queueFigures(): Promise<Figure[]> {
  const dataDir = mkdtempSync('/tmp/handrail-review-');
  const database = await openDatabase({ DATA_DIR: dataDir });
  try {
    const taught = await manyLessons();
    const learnerId = await seedLearner(taught);
    const rebuilt = await timed(() => reviewOf(learnerId, taught));
    await pool().query('ANALYZE');
    const quiet: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) quiet.push(await timed(() => reviewOf(learnerId, taught)));
    const after: number[] = [];
    const items = [...taught.items()];
    for (let round = 0; round < ROUNDS; round += 1) {
      await seedAnswer({ learnerId, item: items[round]?.id ?? '', at: new Date(), earned: 1, help: 0 });
      after.push(await timed(() => reviewOf(learnerId, taught)));
    }
    return [
      {
        name: 'queue at the database, 20,000 answers, statements together',
        value: await atDatabase(learnerId),
        unit: 'ms',
        atMost: 20,
      },
      { name: 'queue with its statements and the rest, nothing new', value: middle(quiet), unit: 'ms' },
      { name: 'the same after one more answer', value: middle(after), unit: 'ms' },
      { name: 'all cards folded anew from 20,000 answers', value: rebuilt, unit: 'ms' },
    ];
  } finally {
    await database.close();
    await forget(dataDir);
  }
}

/** The lesson there is, many times under other addresses. */
async function manyLessons(): Promise<Curriculum> {
  const { site, paths, glossary } = await curriculum();
  const path = paths.find(({ lessons }) => lessons.length > 0);
  const [lesson] = path?.lessons ?? [];
  if (!path || !lesson) throw new Error('there is no lesson');
  const copies = Array.from({ length: LESSONS }, (_, n): Lesson => {
    const id = `${path.id}/copy-${n}`;
    return {
      ...lesson,
      id,
      slug: `copy-${n}`,
      items: lesson.items.map((item): Item => ({ ...item, id: `${id}/${item.local}`, lesson: id })),
    };
  });
  return new Curriculum(site, [{ ...path, lessons: copies }], glossary);
}

/** Answers of a year, in one statement. */
async function seedLearner(taught: Curriculum): Promise<string> {
  const learnerId = randomUUID();
  await pool().query('INSERT INTO learner (id) VALUES ($1)', [learnerId]);
  const items = [...taught.items()].map(({ id }) => id);
  const random = chance(7);
  const rows = Array.from({ length: ATTEMPTS }, (_, n) => ({
    id: randomUUID(),
    item: items[Math.floor(random() * items.length)],
    earned: random() < 0.8 ? 1 : 0,
    at: new Date(Date.now() - (ATTEMPTS - n) * 26 * 60_000 - 3 * 86_400_000),
  }));
  await pool().query(
    `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, received_at)
     SELECT $1, r.id, r.item, 'v', 1, row_number() OVER (PARTITION BY r.item ORDER BY r.at), '{}', r.earned, 1, r.at
     FROM json_to_recordset($2) AS r(id uuid, item text, earned float8, at timestamptz)`,
    [learnerId, JSON.stringify(rows)],
  );
  await pool().query(
    `INSERT INTO item_state (learner_id, item, tries, best, last, last_at)
     SELECT learner_id, item, count(*), max(earned), (array_agg(earned ORDER BY received_at DESC))[1], max(received_at)
     FROM attempt WHERE learner_id = $1 GROUP BY learner_id, item`,
    [learnerId],
  );
  return learnerId;
}

/** What the statements of one look take inside the database, planned and executed, together. */
async function atDatabase(learnerId: string): Promise<number> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  const heard: { text: string; values: unknown[] }[] = [];
  const taught = await manyLessons();
  pg.Client.prototype.query = function listen(this: pg.Client, ...args: never[]) {
    const [first] = args as unknown[];
    if (typeof first === 'object' && first !== null && 'text' in first && 'values' in first)
      heard.push({ text: String(first.text), values: [...(Array.isArray(first.values) ? first.values : [])] });
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await reviewOf(learnerId, taught);
  } finally {
    pg.Client.prototype.query = query;
  }
  let total = 0;
  for (const { text, values } of heard) {
    const { rows } = await pool().query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
    const [plan] = rows[0]['QUERY PLAN'];
    total += plan['Planning Time'] + plan['Execution Time'];
    statements.push(text);
  }
  console.log(`  ${statements.length} statements a look`);
  return total;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
