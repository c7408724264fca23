import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import type { Figure } from '../../lib/cli/bench';
import { openEmbedded } from '../../lib/db/embedded/open-embedded';
import { kinds } from '../../lib/quiz/kinds';
import { forget, startProduct } from '../fixtures/product';
import { firstQuestion } from '../fixtures/questions';
import {
  type Answerer,
  type AnswerLoad,
  answererIds,
  answersByPgbench,
  answersByWrk,
  writeAnswerScript,
} from './answer-load';
import { inTurn } from './load';

const SECONDS = 4;
const ROUNDS = 5;
/** So many that none of them meets the limit of 120 answers a minute. */
const LEARNERS = 6_000;

/** Answers that are signed in, graded and stored, against the same statement one transaction an answer. */
export async function run(): Promise<Figure[]> {
  const secret = randomBytes(32).toString('hex');
  const product = await startProduct({ env: { SECRET: secret } });
  const database = await openEmbedded(product.dataDir);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const folder = mkdtempSync(join(tmpdir(), 'handrail-answers-'));
  try {
    const { item, version, question, right } = await firstQuestion('single-choice');
    const answerers = await makeAnswerers(client, secret);
    const load: AnswerLoad = { folder, item, version, letter: right.choice, answerers };
    const script = writeAnswerScript(load, product.url);
    const optionId = kinds['single-choice'].fromKey(question).choice;
    const flushes = { ours: { answers: 0, flushes: 0 }, theirs: { answers: 0, flushes: 0 } };

    const counted = async (tally: { answers: number; flushes: number }, measure: () => Promise<number>) => {
      const before = await walFlushes(client);
      const rate = await measure();
      tally.answers += rate * SECONDS;
      tally.flushes += (await walFlushes(client)) - before;
      return rate;
    };
    const [ours = 0, theirs = 0, oneOurs = 0, oneTheirs = 0] = await inTurn(ROUNDS, [
      () => counted(flushes.ours, () => answersByWrk(product.url, script, 64, SECONDS)),
      () => counted(flushes.theirs, () => answersByPgbench(database.url, load, optionId, 64, SECONDS)),
      () => answersByWrk(product.url, script, 1, SECONDS),
      () => answersByPgbench(database.url, load, optionId, 1, SECONDS),
    ]);
    const perFlush = (tally: { answers: number; flushes: number }) => tally.answers / Math.max(1, tally.flushes);
    return [
      { name: 'answers over HTTP, 64 connections', value: ours, unit: '/s' },
      { name: 'pgbench, the same statement, 64 connections', value: theirs, unit: '/s' },
      { name: 'answers against pgbench at 64 connections', value: ours / theirs, unit: '×', atLeast: 1.2 },
      { name: 'answers against pgbench at 1 connection', value: oneOurs / oneTheirs, unit: '×', atLeast: 0.5 },
      { name: 'answers to one flush of the log, ours', value: perFlush(flushes.ours), unit: '' },
      { name: 'answers to one flush of the log, pgbench', value: perFlush(flushes.theirs), unit: '' },
      { name: 'tries counted beside attempts stored', value: await miscounted(client), unit: 'off', atMost: 0 },
    ];
  } finally {
    await client.end();
    await database.leave();
    await product.stop();
    await forget(product.dataDir);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Learners with sessions, straight into the tables, and cookies as the product itself makes them. */
async function makeAnswerers(client: pg.Client, secret: string): Promise<Answerer[]> {
  const ids = Array.from({ length: LEARNERS }, (_, n) => answererIds(n));
  const learners = ids.map(({ learnerId }) => learnerId);
  await client.query('INSERT INTO learner (id) SELECT * FROM unnest($1::uuid[])', [learners]);
  await client.query(
    "INSERT INTO session (learner_id, id, expires_at) SELECT *, now() + interval '1 hour' FROM unnest($1::uuid[], $2::uuid[])",
    [learners, ids.map(({ sessionId }) => sessionId)],
  );
  return Promise.all(
    ids.map(async (one) => {
      const token = { sub: one.learnerId, sid: one.sessionId, guest: true, role: 'learner' };
      return { ...one, cookie: `handrail.session=${await encode({ token, secret, maxAge: 3_600 })}` };
    }),
  );
}

async function walFlushes(client: pg.Client): Promise<number> {
  // Backends tell their counts once a second at most.
  await client.query('SELECT pg_sleep(1.1)');
  const { rows } = await client.query("SELECT coalesce(sum(fsyncs), 0)::int AS n FROM pg_stat_io WHERE object = 'wal'");
  return rows[0].n;
}

async function miscounted(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    'SELECT abs((SELECT count(*) FROM attempt) - (SELECT coalesce(sum(tries), 0) FROM item_state))::int AS n',
  );
  return rows[0].n;
}
