import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import type { Figure } from '../../lib/cli/bench';
import { openEmbedded } from '../../lib/db/embedded/open-embedded';
import { forget, startProduct } from '../fixtures/product';
import { firstQuestion } from '../fixtures/questions';
import { type Answerer, answererIds, answersByWrk, writeAnswerScript } from './answer-load';
import { inTurn } from './load';

const SECONDS = 8;
const ROUNDS = 5;
const LEARNERS = 6_000;
const classId = 'f0000000-0000-4000-8000-000000000001';

/**
 * What folding costs answers: the same load by learners who are in a class, and by others who are in none and whom no fold looks at; and what
 * the index that folds follow costs the statement that stores answers.
 */
export async function run(): Promise<Figure[]> {
  const secret = randomBytes(32).toString('hex');
  const product = await startProduct({ env: { SECRET: secret } });
  const database = await openEmbedded(product.dataDir);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const folder = mkdtempSync(join(tmpdir(), 'handrail-folding-'));
  try {
    const { item, version, right } = await firstQuestion('single-choice');
    const answerers = await makeAnswerers(client, secret);
    await client.query("INSERT INTO class (id, name) VALUES ($1, 'a class')", [classId]);
    await client.query('INSERT INTO enrolment (learner_id, class_id) SELECT u, $2 FROM unnest($1::uuid[]) u', [
      answerers.slice(0, LEARNERS).map(({ learnerId }) => learnerId),
      classId,
    ]);
    await folded(client);
    const load = { folder, item, version, letter: right.choice };
    const inClass = writeAnswerScript({ ...load, answerers: answerers.slice(0, LEARNERS) }, product.url);
    // Both scripts have the same name: the second needs a folder of its own.
    const others = writeAnswerScript(
      { ...load, folder: mkdtempSync(join(folder, 'o')), answerers: answerers.slice(LEARNERS) },
      product.url,
    );
    const [counted = 0, plain = 0] = await inTurn(ROUNDS, [
      () => answersByWrk(product.url, inClass, 64, SECONDS),
      async () => {
        // What is still to be folded is no load of these.
        await folded(client);
        return answersByWrk(product.url, others, 64, SECONDS);
      },
    ]);
    await answersByWrk(product.url, inClass, 64, SECONDS);
    const behind = await folded(client);
    const [withIndex = 0, withoutIndex = 0] = await inTurn(ROUNDS, [
      () => answersByWrk(product.url, others, 64, SECONDS / 2),
      async () => {
        await client.query('DROP INDEX attempt_xact_idx');
        const rate = await answersByWrk(product.url, others, 64, SECONDS / 2);
        await client.query('CREATE INDEX attempt_xact_idx ON attempt (xact)');
        return rate;
      },
    ]);
    return [
      { name: 'answers of learners in a class, folded meanwhile', value: counted, unit: '/s' },
      { name: 'answers of learners in no class', value: plain, unit: '/s' },
      { name: 'answers with folds against without', value: counted / plain, unit: '×', atLeast: 0.9 },
      { name: 'until everything was folded after the last answer', value: behind, unit: 's' },
      {
        name: 'answers with the index of transactions against without',
        value: withIndex / withoutIndex,
        unit: '×',
        atLeast: 0.95,
      },
    ];
  } finally {
    await client.end();
    await database.leave();
    await product.stop();
    await forget(product.dataDir);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until nothing is left to fold; seconds. */
async function folded(client: pg.Client): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { rows } = await client.query<{ left: boolean }>(
      `SELECT EXISTS (SELECT FROM fold_touch) OR NOT EXISTS (SELECT FROM fold_state)
         OR EXISTS (SELECT FROM attempt WHERE xact >= (SELECT watermark FROM fold_state)) AS left`,
    );
    if (rows[0]?.left === false) return (performance.now() - begun) / 1000;
    await client.query('SELECT pg_sleep(0.2)');
  }
}

/** Twice as many learners as answer at once, with sessions, straight into the tables. */
async function makeAnswerers(client: pg.Client, secret: string): Promise<Answerer[]> {
  const ids = Array.from({ length: 2 * LEARNERS }, (_, n) => answererIds(n));
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
