import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDraw } from '@/lib/attempts/draw-store';
import { readAttempt } from '@/lib/attempts/read-attempt';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { drawFor, submitDraw } from '@/lib/attempts/submit-draws';
import { submitGiveUp } from '@/lib/attempts/submit-help';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import { variantFiles, writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { sharedConnection } from '@/lib/db/shared-connection';
import { withTestDatabase } from '@/lib/db/test-database';
import type { AnswerResult } from '@/lib/quiz/answer';

withTestDatabase();

const item = 'numbers/acks/next-byte';
const choice = 'numbers/acks/syn-counts';
let folder: string;

beforeAll(async () => {
  folder = await writeContent(variantFiles);
  process.env.CONTENT_DIRS = folder;
});
afterAll(() => rm(folder, { recursive: true }));

async function drawn(learner: TestLearner, of = item) {
  const reply = await submitDraw(learner, { item: of });
  if (reply.status !== 200) throw new Error(`${reply.status}: ${reply.body.error.message}`);
  return reply.body;
}

type Drawn = Awaited<ReturnType<typeof drawn>>;

/** What the question asks of the numbers that were given: their sum. Grouped or not, they are the same. */
function rightAnswer({ public: { holes } }: Drawn): string {
  const [isn = 0, length = 0] = [...new Set(Object.values(holes).map((shown) => Number(shown.replace(',', ''))))];
  return String(isn + length);
}

async function answered(learner: TestLearner, more: Record<string, unknown>): Promise<AnswerResult> {
  const answer = { id: randomUUID(), item, seq: 1, ...more };
  const reply = await submitAnswers(learner, { answers: [answer] });
  const [result] = reply.status === 200 ? reply.body.results : [];
  if (!result) throw new Error(JSON.stringify(reply));
  return result;
}

describe('numbers', () => {
  test('are the same until they are answered, and others afterwards', async () => {
    const ann = await testLearner();
    const first = await drawn(ann);
    expect(await drawn(ann)).toEqual(first);
    const { version, draw } = first;
    expect(await answered(ann, { version, draw, response: { text: rightAnswer(first) } })).toMatchObject({
      status: 'scored',
      earned: 1,
    });
    const second = await drawn(ann);
    expect(second.draw).not.toBe(draw);
  });

  test('of a run have no solution that is told in practice; those of practice have', async () => {
    const ann = await testLearner();
    const { version, draw } = await drawn(ann);
    const exam = await drawFor(ann.learnerId, item, version, randomUUID());
    expect(await submitGiveUp(ann, { item, version, draw })).toMatchObject({ status: 200 });
    expect(await submitGiveUp(ann, { item, version, draw: exam?.id })).toMatchObject({ status: 404 });
  });

  test('asked for a thousand times at once, over two pools, are opened once', async () => {
    const { learnerId } = await testLearner();
    const shared = sharedConnection();
    const first = pool();
    shared.pool = undefined;
    const second = pool();
    const version = '0123456789abcdef';
    try {
      const draws = await Promise.all(
        Array.from({ length: 1_000 }, (_, at) => {
          shared.pool = at % 2 === 0 ? first : second;
          const id = randomUUID();
          return openDraw({
            learnerId,
            id,
            item,
            version,
            keyRevision: 1,
            seed: id.replaceAll('-', ''),
            sitting: null,
          });
        }),
      );
      expect(new Set(draws.map(({ id, seed }) => `${id} ${seed}`)).size).toBe(1);
    } finally {
      shared.pool = first;
      await second.end();
    }
    const { rowCount } = await pool().query('SELECT FROM draw WHERE learner_id = $1', [learnerId]);
    expect(rowCount).toBe(1);
  });

  test('belong to one learner, one item and one version', async () => {
    const [ann, bob] = [await testLearner(), await testLearner()];
    const { draw, version } = await drawn(ann);
    const refused = { status: 'rejected', code: 'unknown-draw', field: 'draw' };
    expect(await answered(bob, { version, draw, response: { text: '1' } })).toMatchObject(refused);
    const other = await drawn(ann, choice);
    const response = { choice: 'a' };
    expect(await answered(ann, { item: choice, version: other.version, draw, response })).toMatchObject(refused);
    expect(await answered(ann, { version, draw: randomUUID(), response: { text: '1' } })).toMatchObject(refused);
    expect(await answered(ann, { version, response: { text: '1' } })).toMatchObject(refused);
  });

  test('are answered once: the same answer again is told the same, another one is refused', async () => {
    const ann = await testLearner();
    const given = await drawn(ann);
    const { version, draw } = given;
    const answer = { id: randomUUID(), version, draw, response: { text: rightAnswer(given) } };
    const first = await answered(ann, answer);
    expect(first).toMatchObject({ status: 'scored', earned: 1 });
    expect(await answered(ann, answer)).toEqual(first);
    expect(await answered(ann, { version, draw, response: { text: '7' } })).toMatchObject({
      status: 'rejected',
      code: 'used-draw',
    });
  });

  test('that are not finished stay open', async () => {
    const ann = await testLearner();
    const { version, draw } = await drawn(ann);
    expect(await answered(ann, { version, draw, response: { text: '' } })).toMatchObject({ status: 'incomplete' });
    expect((await drawn(ann)).draw).toBe(draw);
  });

  test('stand in what is said about an answer, and in its attempt as they were asked', async () => {
    const ann = await testLearner();
    const given = await drawn(ann);
    const { version, draw, public: shown } = given;
    const [isn = ''] = Object.values(shown.holes);
    const id = randomUUID();
    const result = await answered(ann, { id, version, draw, response: { text: isn } });
    expect(result).toMatchObject({ status: 'scored', earned: 0 });
    expect(JSON.stringify(result)).toContain(`the byte you received, ${isn},`);
    const read = await readAttempt(ann.learnerId, id);
    expect(read?.known.holes).toEqual(shown.holes);
    expect(read?.attempt.detail.misconception).toBe('ack-of-received');
    expect(JSON.stringify(read?.feedback)).toContain(`the byte you received, ${isn},`);
  });

  test('decide which option is right, and the letters are those of the page', async () => {
    const ann = await testLearner();
    const given = await drawn(ann, choice);
    const { version, draw } = given;
    const results = await Promise.all(
      ['a', 'b', 'c'].map(async (letter) => {
        const bob = await testLearner();
        const own = await drawn(bob, choice);
        return answered(bob, { item: choice, version, draw: own.draw, response: { choice: letter } });
      }),
    );
    expect(results.map((result) => (result.status === 'scored' ? result.earned : 0)).sort()).toEqual([0, 0, 1]);
    expect(draw).toBeDefined();
  });
});

describe('what has no numbers for this learner', () => {
  test('is one and the same refusal: unknown, assessed, or asked with the same numbers of everyone', async () => {
    const ann = await testLearner();
    const [unknown, ...others] = await Promise.all(
      ['numbers/acks/nothing', 'numbers/acks/in-the-exam', 'tcp-tls/three-way-four-way/syn-ack-number'].map((of) =>
        submitDraw(ann, { item: of }),
      ),
    );
    expect(unknown).toMatchObject({ status: 404 });
    for (const other of others) expect(other).toEqual(unknown);
    const { rowCount } = await pool().query('SELECT FROM draw WHERE learner_id = $1', [ann.learnerId]);
    expect(rowCount).toBe(0);
  });

  test('is told what is missing: a learner, or an item', async () => {
    expect(await submitDraw(null, { item })).toMatchObject({ status: 401 });
    expect(await submitDraw(await testLearner(), { item: 5 })).toMatchObject({ status: 400 });
    expect(await submitDraw({ learnerId: randomUUID() }, { item })).toMatchObject({ status: 401 });
    const ann = await testLearner();
    expect(await drawFor(ann.learnerId, 'numbers/acks/nothing', '0123456789abcdef')).toBeUndefined();
  });
});
