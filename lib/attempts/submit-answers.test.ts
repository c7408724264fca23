import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { itemVersion } from '@/lib/attempts/known-version';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import type { Item } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { closeSharedConnection, sharedConnection } from '@/lib/db/shared-connection';
import { withTestDatabase } from '@/lib/db/test-database';
import type { AnswerResult } from '@/lib/quiz/answer';
import { kinds } from '@/lib/quiz/kinds';
import { inLetters } from '@/lib/quiz/read-response';
import { formAnswerId, readFormAnswer } from './form-answer';
import { submitAnswers } from './submit-answers';

withTestDatabase();

const now = Date.parse('2026-11-23T12:00:00Z');
let items: Item[];

beforeAll(async () => {
  items = [...(await curriculum()).items()];
});

/** The first single choice of the real lessons: what is tested here does not depend on which. */
function singleChoice() {
  for (const item of items) {
    if (item.kind !== 'question' || item.question.kind !== 'single-choice') continue;
    const { question } = item;
    const right = inLetters(question, kinds['single-choice'].fromKey(question)).choice;
    const wrong = Object.keys(kinds['single-choice'].letters(question)).find((letter) => letter !== right) ?? '';
    return { item, question, right, wrong, version: itemVersion(item) };
  }
  throw new Error('there is no single choice in the content');
}

function task() {
  const found = items.find((item) => item.kind === 'task');
  if (!found) throw new Error('there is no task in the content');
  return found;
}

function answer(more: Record<string, unknown> = {}) {
  const { item, version, right } = singleChoice();
  return { id: randomUUID(), item: item.id, version, response: { choice: right }, seq: 1, ...more };
}

async function results(learner: TestLearner, answers: unknown[]): Promise<AnswerResult[]> {
  const reply = await submitAnswers(learner, { answers }, now);
  if (reply.status !== 200) throw new Error(`${reply.status}: ${reply.body.error.message}`);
  return reply.body.results;
}

describe('answers', () => {
  test('that are right earn their points and the explanation; wrong ones get a word beside the option and no explanation', async () => {
    const ann = await testLearner();
    const { right, wrong } = singleChoice();
    const [good, bad] = await results(ann, [answer(), answer({ response: { choice: wrong }, seq: 2 })]);
    expect(good).toMatchObject({
      status: 'scored',
      earned: 1,
      possible: 1,
      ordinal: 1,
      feedback: { marks: { [right]: { right: true } } },
    });
    expect(bad).toMatchObject({
      status: 'scored',
      earned: 0,
      ordinal: 2,
      feedback: { marks: { [wrong]: { right: false } } },
    });
    expect(bad).not.toHaveProperty('feedback.explanation');
  });

  test('of no one are refused as a whole', async () => {
    expect(await submitAnswers(null, { answers: [answer()] })).toMatchObject({
      status: 401,
      body: { error: { code: 'no-session' } },
    });
  });

  test('of a session that was revoked a moment ago are refused as a whole', async () => {
    const ann = await testLearner();
    await pool().query('UPDATE session SET revoked_at = now() WHERE id = $1', [ann.sessionId]);
    expect(await submitAnswers(ann, { answers: [answer()] })).toMatchObject({ status: 401 });
  });

  test('are stored in option ids, never in letters', async () => {
    const ann = await testLearner();
    const { question } = singleChoice();
    await results(ann, [answer()]);
    const { rows } = await pool().query('SELECT response FROM attempt WHERE learner_id = $1', [ann.learnerId]);
    expect(rows).toEqual([{ response: kinds['single-choice'].fromKey(question) }]);
  });

  test('sent again get the same result, byte for byte', async () => {
    const ann = await testLearner();
    const once = answer();
    const [first] = await results(ann, [once]);
    const again = await results(ann, [once, once]);
    expect(again.map((result) => JSON.stringify(result))).toEqual([JSON.stringify(first), JSON.stringify(first)]);
  });

  test('that are not finished are not stored and not wrong', async () => {
    const ann = await testLearner();
    expect(await results(ann, [answer({ response: {} }), answer({ response: { choice: '' } })])).toMatchObject([
      { status: 'incomplete', missing: 'choice' },
      { status: 'incomplete', missing: 'choice' },
    ]);
    const { rowCount } = await pool().query('SELECT FROM attempt WHERE learner_id = $1', [ann.learnerId]);
    expect(rowCount).toBe(0);
  });

  test('to a version of the past are graded by that version’s newest key', async () => {
    const ann = await testLearner();
    const { item, question, wrong } = singleChoice();
    const idOf = kinds['single-choice'].letters(question);
    const formerly = {
      ...question,
      options: question.options.map(({ right: _, ...option }) => ({
        ...option,
        ...(option.id === idOf[wrong] ? { right: true } : {}),
      })),
    };
    const insert = 'INSERT INTO question_version VALUES ($1, $2, $3, $4, $5)';
    const version = 'aaaaaaaaaaaaaaaa';
    await pool().query(insert, [item.id, version, 1, {}, { kind: 'question', question }]);
    await pool().query(insert, [item.id, version, 2, {}, { kind: 'question', question: formerly }]);
    expect(await results(ann, [answer({ version, response: { choice: wrong } })])).toMatchObject([
      { status: 'scored', earned: 1 },
    ]);
  });
});

describe('a task', () => {
  test('handed in as a log is graded by replaying it; a forged final state earns nothing', async () => {
    const ann = await testLearner();
    const { id: item, ...rest } = task();
    const version = itemVersion({ id: item, ...rest });
    const forged = answer({ item, version, response: { actions: [], state: { client: 'CLOSED' }, earned: 1 } });
    expect(await results(ann, [forged, answer({ item, version, response: { actions: [] } })])).toMatchObject([
      { status: 'rejected', code: 'bad-response', field: 'response.state' },
      { status: 'incomplete', missing: 'actions' },
    ]);
  });
});

describe('hostile answers', () => {
  test('are rejected one by one, with a code and a field; the good ones between them are kept', async () => {
    const ann = await testLearner();
    const { id: taskItem, ...rest } = task();
    const taskVersion = itemVersion({ id: taskItem, ...rest });
    const hostile: [string, string, unknown][] = [
      ['bad-shape', '', null],
      ['bad-shape', '', 7],
      ['bad-shape', '', []],
      ['bad-shape', 'id', answer({ id: 'not-a-uuid' })],
      ['bad-shape', 'item', answer({ item: '../../etc/passwd' })],
      ['bad-shape', 'item', answer({ item: 'a/b/c'.repeat(1000) })],
      ['bad-shape', 'version', answer({ version: 'latest' })],
      ['bad-shape', 'seq', answer({ seq: -1 })],
      ['bad-shape', 'seq', answer({ seq: 1.5 })],
      ['bad-shape', 'seq', answer({ seq: null })],
      ['bad-shape', 'seq', answer({ seq: 1e300 })],
      ['bad-shape', 'response', answer({ response: 'b' })],
      ['bad-shape', 'answeredAt', answer({ answeredAt: 'yesterday' })],
      ['bad-shape', 'earned', answer({ earned: 1 })],
      ['bad-shape', 'learnerId', answer({ learnerId: randomUUID() })],
      ['bad-shape', '__proto__', JSON.parse(JSON.stringify(answer()).replace('{', '{"__proto__":{"admin":true},'))],
      ['future', 'answeredAt', answer({ answeredAt: '2036-01-01T00:00:00Z' })],
      ['unknown-item', 'item', answer({ item: 'no/such/item' })],
      ['unknown-version', 'version', answer({ version: '0000000000000000' })],
      ['unknown-draw', 'draw', answer({ draw: 'mine' })],
      ['unknown-sitting', 'sitting', answer({ sitting: 'another’s' })],
      ['unknown-assignment', 'assignment', answer({ assignment: 'another’s' })],
      ['bad-response', 'response.choice', answer({ response: { choice: 'zz' } })],
      ['bad-response', 'response.choice', answer({ response: { choice: { toString: 1 } } })],
      ['bad-response', 'response.constructor', answer({ response: { choice: 'a', constructor: {} } })],
      [
        'too-long',
        'response.actions',
        answer({ item: taskItem, version: taskVersion, response: { actions: Array(100_000).fill(0) } }),
      ],
    ];
    const sent = hostile.flatMap(([, , one]) => [one, answer()]);
    const told = await results(ann, sent);
    hostile.forEach(([code, field], at) => {
      expect(told[at * 2], `answer ${at}`).toMatchObject({ status: 'rejected', code, field });
    });
    expect(told.filter(({ status }) => status === 'scored')).toHaveLength(hostile.length);
  });

  test('carry more than five action logs only up to the fifth', async () => {
    const ann = await testLearner();
    const { id: item, ...rest } = task();
    const version = itemVersion({ id: item, ...rest });
    const logs = Array.from({ length: 6 }, () => answer({ item, version, response: { actions: [] } }));
    expect((await results(ann, logs)).map(({ status }) => status)).toEqual([
      ...Array(5).fill('incomplete'),
      'rejected',
    ]);
  });

  test.each([[null], [[]], ['answers'], [{ answers: {} }], [{ answers: 'all' }]])(
    'are no call at all when the body is %j',
    async (body) => {
      expect(await submitAnswers(await testLearner(), body)).toMatchObject({
        status: 400,
        body: { error: { field: 'answers' } },
      });
    },
  );

  test('are too many in one call beyond a hundred', async () => {
    const answers = Array.from({ length: 101 }, () => answer());
    expect(await submitAnswers(await testLearner(), { answers })).toMatchObject({ status: 413 });
  });
});

describe('a plain form', () => {
  test('says the same answer as the island, under an id that follows from it', () => {
    const { item, version, right } = singleChoice();
    const form = new FormData();
    for (const [name, value] of Object.entries({
      item: item.id,
      version,
      kind: 'single-choice',
      locale: 'zh',
      choice: right,
    }))
      form.set(name, value);
    const read = readFormAnswer(form);
    if (!read) throw new Error('not read');
    expect(read).toEqual({ item: item.id, version, response: { choice: right }, locale: 'zh' });
    const learner = randomUUID();
    expect(formAnswerId(learner, read)).toBe(formAnswerId(learner, read));
    expect(formAnswerId(learner, read)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(formAnswerId(randomUUID(), read)).not.toBe(formAnswerId(learner, read));
  });
});

test('answers that meet no database are asked for again later, and none of them is lost or called bad', async () => {
  const ann = await testLearner();
  const { url } = sharedConnection();
  await closeSharedConnection();
  sharedConnection().url = 'postgresql://nobody@127.0.0.1:1/nothing';
  try {
    expect(await submitAnswers(ann, { answers: [answer({ version: 'bbbbbbbbbbbbbbbb' })] }, now)).toMatchObject({
      status: 503,
      retryAfterSeconds: 2,
    });
  } finally {
    await closeSharedConnection();
    sharedConnection().url = url;
  }
  expect(await results(ann, [answer()])).toMatchObject([{ status: 'scored' }]);
});
