import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testClass } from '@/lib/attempts/test-class-store';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { auditTrail } from '@/lib/audit/audit-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { keepReport } from '@/lib/reports/report-store';
import { classReportsOf, countOpenReports, findClassReport, settleReport } from './class-report-store';

withTestDatabase();

const lessons = ['tcp-tls/handshakes'];
const actor = { name: 'mara', id: randomUUID() };

async function reported(learnerId: string, item = 'tcp-tls/handshakes/syn'): Promise<string> {
  const id = randomUUID();
  await keepReport(learnerId, { id, item, version: '0123456789abcdef', kind: 'stuck', text: 'Why?', locale: 'en' });
  return id;
}

test('a report arrives in every class of its learner, and is settled in each by itself', async () => {
  const ann = await testLearner();
  const [one, other] = [await testClass([ann.learnerId]), await testClass([ann.learnerId])];
  const id = await reported(ann.learnerId);
  const report = await findClassReport({ classId: one, lessons }, ann.learnerId, id);
  if (!report) throw new Error('it has not arrived');
  expect(await settleReport(one, report, 'Talked about it.', actor)).toBe('done');
  expect(await settleReport(one, report, 'Me too.', actor)).toBe('stale');
  expect(await countOpenReports({ classId: one, lessons })).toBe(0);
  expect(await countOpenReports({ classId: other, lessons })).toBe(1);
  expect(await classReportsOf({ classId: one, lessons }, 'settled', 10)).toMatchObject([
    { id, settled: { note: 'Talked about it.' } },
  ]);
  const [entry] = await auditTrail({ classId: one }, 1);
  expect(entry).toMatchObject({ action: 'report-settled', actorId: actor.id, detail: { report: id } });
});

test('reports of who is not in the class, of who teaches it, and about other lessons are none of its business', async () => {
  const [ann, mara, stranger] = [await testLearner(), await testLearner(), await testLearner()];
  const classId = await testClass([ann.learnerId, mara.learnerId]);
  await pool().query("UPDATE enrolment SET role = 'instructor' WHERE learner_id = $1", [mara.learnerId]);
  const elsewhere = await reported(ann.learnerId, 'http/caching/etag');
  const theirs = await reported(stranger.learnerId);
  await reported(mara.learnerId);
  const asked = { classId, lessons };
  expect(await countOpenReports(asked)).toBe(0);
  expect(await findClassReport(asked, ann.learnerId, elsewhere)).toBeUndefined();
  expect(await findClassReport(asked, stranger.learnerId, theirs)).toBeUndefined();
  expect(await countOpenReports({ classId, lessons: null })).toBe(1);
});

test('a report about a question of the class’s own arrives there and in no other class', async () => {
  const ann = await testLearner();
  const [one, other] = [await testClass([ann.learnerId]), await testClass([ann.learnerId])];
  await reported(ann.learnerId, `class/${one}/own-question`);
  expect(await countOpenReports({ classId: one, lessons })).toBe(1);
  expect(await countOpenReports({ classId: other, lessons: null })).toBe(0);
});

test('names hidden from staff are hidden here too', async () => {
  const ann = await testLearner();
  await pool().query("UPDATE learner SET name = 'Ann Secret' WHERE id = $1", [ann.learnerId]);
  const classId = await testClass([ann.learnerId]);
  await pool().query('UPDATE class SET is_pseudonymous = true WHERE id = $1', [classId]);
  await reported(ann.learnerId);
  const [report] = await classReportsOf({ classId, lessons }, 'open', 10);
  expect(report?.name).toBeNull();
  expect(JSON.stringify(report)).not.toContain('Secret');
});
