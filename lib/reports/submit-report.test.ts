import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { isKnownTo } from '@/lib/attempts/known-item';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { withTestDatabase } from '@/lib/db/test-database';
import { latestReports, reportsOf } from '@/lib/reports/report-store';
import { submitReport as submit } from '@/lib/reports/submit-report';

withTestDatabase();

const submitReport = (who: Parameters<typeof submit>[0], body: unknown) => submit(who, body, isKnownTo);

const report = (changes: object = {}) => ({
  id: randomUUID(),
  item: 'tcp-tls/three-way-four-way/syn-ack-number',
  version: '0123456789abcdef',
  kind: 'wrong',
  text: 'The second option repeats the first.',
  state: { choice: ['a'] },
  locale: 'en',
  ...changes,
});

test('a report is kept with what stood on the screen, and for those who look after the content', async () => {
  const learner = await testLearner();
  const sent = report();
  expect(await submitReport(learner, sent)).toEqual({ status: 200, body: { id: sent.id } });
  expect(await reportsOf(learner.learnerId)).toMatchObject([sent]);
  expect((await latestReports(1))[0]).toMatchObject({ ...sent, learnerId: learner.learnerId });
});

test('a report that is sent again is kept once', async () => {
  const learner = await testLearner();
  const sent = report();
  await submitReport(learner, sent);
  expect((await submitReport(learner, sent)).status).toBe(200);
  expect(await reportsOf(learner.learnerId)).toHaveLength(1);
});

test('who is stuck need not say where; who says that something is wrong says what', async () => {
  const learner = await testLearner();
  expect((await submitReport(learner, report({ kind: 'stuck', text: ' ' }))).status).toBe(200);
  expect(await submitReport(learner, report({ text: ' ' }))).toMatchObject({
    status: 400,
    body: { error: { field: 'text' } },
  });
});

test.each([
  ['nobody', null, {}, 401],
  ['text that is too long', 'learner', { text: 'x'.repeat(2_001) }, 400],
  ['state that is too large', 'learner', { state: 'x'.repeat(16 * 1024) }, 413],
  ['state that is nested too deeply', 'learner', { state: JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) }, 413],
  ['an item that does not exist', 'learner', { item: 'tcp-tls/nowhere/nothing' }, 404],
  ['text that no database can hold', 'learner', { text: 'a\u0000b' }, 400],
  ['another shape', 'learner', { more: 1 }, 400],
])('refuses %s', async (_what, who, changes, status) => {
  const session = who ? await testLearner() : null;
  expect((await submitReport(session, report(changes))).status).toBe(status);
});

test('keeps at most 200 reports a day of one learner', async () => {
  const learner = await testLearner();
  for (let n = 0; n < 200; n++) await submitReport(learner, report());
  expect((await submitReport(learner, report())).status).toBe(429);
});

test('an assessed question is reported by nobody but who is asked it', async () => {
  const assessed = [...(await curriculum()).items()].find(
    (one) => one.kind === 'question' && one.question.use === 'assessed',
  );
  if (!assessed) throw new Error('the content has no assessed question');
  expect(await submitReport(await testLearner(), report({ item: assessed.id }))).toMatchObject({
    status: 404,
    body: { error: { code: 'unknown-item' } },
  });
});
