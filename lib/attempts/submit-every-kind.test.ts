import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { itemVersion } from '@/lib/attempts/known-version';
import { registerVersions } from '@/lib/attempts/submit-versions';
import { testLearner } from '@/lib/attempts/test-learner-store';

import type { Item } from '@/lib/curriculum/lesson';
import { readContent } from '@/lib/curriculum/read-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import type { AnswerResult } from '@/lib/quiz/answer';
import { kinds } from '@/lib/quiz/kinds';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { QuestionOf } from '@/lib/quiz/question';
import { inLetters } from '@/lib/quiz/read-response';
import { submitAnswers } from './submit-answers';

withTestDatabase();

const now = Date.parse('2026-11-23T12:00:00Z');
const questions: Extract<Item, { kind: 'question' }>[] = [];

beforeAll(async () => {
  const { curriculum } = await readContent(['e2e/fixtures/kinds-content']);
  await registerVersions(curriculum);
  for (const item of curriculum.items()) if (item.kind === 'question') questions.push(item);
});

function keyOf<K extends Kind>(question: QuestionOf<K>) {
  return inLetters<K>(question, kinds[question.kind].fromKey(question));
}

async function submitted(answers: readonly { item: Item; response: unknown }[]): Promise<AnswerResult[]> {
  const sent = answers.map(({ item, response }, seq) => ({
    id: randomUUID(),
    item: item.id,
    version: itemVersion(item),
    response: JSON.parse(JSON.stringify(response)),
    seq,
  }));
  const reply = await submitAnswers(await testLearner(), { answers: sent }, now);
  if (reply.status !== 200) throw new Error(reply.body.error.message);
  return reply.body.results;
}

test('every kind is stored and scored by its key; a written text is received with its model answer', async () => {
  const results = await submitted(questions.map((item) => ({ item, response: keyOf(item.question) })));
  expect(results).toHaveLength(questions.length);
  results.forEach((result, at) => {
    const kind = questions[at]?.question.kind;
    if (kind === 'written')
      expect(result).toMatchObject({ status: 'received', feedback: { model: { en: expect.anything() } } });
    else expect(result, kind).toMatchObject({ status: 'scored', earned: 1, possible: 1 });
  });
});

test('a written text waits for no machine to grade it', async () => {
  const written = questions.filter(({ question }) => question.kind === 'written');
  const before = await pool().query('SELECT count(*)::int AS waiting FROM deferred_replay');
  await submitted(written.map((item) => ({ item, response: keyOf(item.question) })));
  const after = await pool().query('SELECT count(*)::int AS waiting FROM deferred_replay');
  expect(after.rows).toEqual(before.rows);
});

test('nothing said to any kind is incomplete and not stored', async () => {
  const before = await pool().query('SELECT count(*)::int AS stored FROM attempt');
  const results = await submitted(questions.map((item) => ({ item, response: {} })));
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['incomplete']));
  const after = await pool().query('SELECT count(*)::int AS stored FROM attempt');
  expect(after.rows).toEqual(before.rows);
});
