import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { isUuid } from '@/lib/classes/class-for';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { findBookLearner, learnerOfRef } from '@/lib/gradebook/book-learner-store';
import { classAttempts, findClassAttempt } from '@/lib/gradebook/class-attempt-store';
import { commentsAbout, commentsForLearner } from '@/lib/gradebook/comment-store';
import { decisionsAbout, decisionsForLearner, standingDecisions } from '@/lib/gradebook/decision-store';
import { learnerRef } from '@/lib/gradebook/learner-ref';
import { classWork } from '@/lib/gradebook/submit-class-work';
import { comment, uncomment } from '@/lib/gradebook/submit-comment';
import { decide, readPercent, type WantedDecision } from '@/lib/gradebook/submit-decision';
import { leave, testAttempt, testBook, testMember, testStaff, testWork } from '@/lib/gradebook/test-book-store';

withTestDatabase();

// All that is taught is read once.
beforeAll(async () => void (await curriculum()), 120_000);

/** Which of a learner's attempts the class's staff see. */
async function seenBy(book: Awaited<ReturnType<typeof testBook>>, learnerId: string): Promise<string[]> {
  const learner = await findBookLearner(book.classId, learnerId);
  if (!learner) return [];
  const work = await classWork(book.classroom, learner);
  const list = (await classAttempts(work, { before: undefined, items: undefined, most: 100 })).map(({ id }) => id);
  // A page of the list and the attempt's own page say the same.
  for (const id of list) expect((await findClassAttempt(work, id))?.id).toBe(id);
  return list.sort();
}

describe('what a class sees of a learner', () => {
  it('is work set to it and practice in its paths; not work of another class, nor practice elsewhere', async () => {
    const [book, other] = [await testBook(), await testBook()];
    const learnerId = await testMember(book.classId, other.classId);
    const set = await testAttempt(learnerId, { assignment: await testWork(book.classId), item: 'http/caching/q' });
    const practice = await testAttempt(learnerId);
    const elsewhere = await testAttempt(learnerId, { item: 'http/caching/q' });
    const others = await testAttempt(learnerId, { assignment: await testWork(other.classId) });
    expect(await seenBy(book, learnerId)).toEqual([set, practice].sort());
    const learner = await findBookLearner(book.classId, learnerId);
    if (!learner) throw new Error('the learner is not in the class');
    const work = await classWork(book.classroom, learner);
    for (const id of [elsewhere, others, randomUUID(), 'no-id', ''])
      expect(await findClassAttempt(work, id)).toBeUndefined();
  });

  it('is, once they have left, only what was done in its assignments', async () => {
    const book = await testBook();
    const learnerId = await testMember(book.classId);
    const set = await testAttempt(learnerId, { assignment: await testWork(book.classId) });
    await testAttempt(learnerId);
    await leave(learnerId, book.classId);
    expect(await seenBy(book, learnerId)).toEqual([set]);
  });

  it('is nothing of somebody who never was its learner, or who teaches in it', async () => {
    const [book, other] = [await testBook(), await testBook()];
    const stranger = await testMember(other.classId);
    for (const id of [stranger, book.actor.id, randomUUID(), 'no-id', "' OR 1=1"])
      expect(await findBookLearner(book.classId, id)).toBeUndefined();
    expect(await learnerOfRef(book.classId, learnerRef(stranger))).toBeUndefined();
  });
});

test('a cell’s short address finds the learner of the class, whatever the id', async () => {
  const book = await testBook();
  for (const _ of Array.from({ length: 20 })) {
    const learnerId = await testMember(book.classId);
    expect(await learnerOfRef(book.classId, learnerRef(learnerId))).toBe(learnerId);
  }
  for (const ref of ['', 'short', '0123456789a', '!!!!!!!!!!'])
    expect(await learnerOfRef(book.classId, ref)).toBeUndefined();
});

describe('a decision about a score', () => {
  const wanted = (learnerId: string, more: Partial<WantedDecision> = {}): WantedDecision => ({
    learnerId,
    column: 'lesson:tcp-tls/segment-format',
    kind: 'given',
    percent: '87.5',
    reason: 'The lab was down',
    follows: 0,
    ...more,
  });

  it('stands beside the work, is written down and audited, and can be taken back', async () => {
    const book = await testBook();
    const learnerId = await testMember(book.classId);
    expect(await decide(book, wanted(learnerId))).toEqual({ kind: 'decided' });
    expect(await standingDecisions(book.classId, [learnerId])).toMatchObject([
      { kind: 'given', share: 0.875, revision: 1 },
    ]);
    expect(await decisionsForLearner(learnerId)).toMatchObject([{ kind: 'given', reason: 'The lab was down' }]);
    expect(await decide(book, wanted(learnerId, { kind: 'removed', reason: '', follows: 1 }))).toEqual({
      kind: 'decided',
    });
    expect(await decisionsForLearner(learnerId)).toEqual([]);
    expect((await decisionsAbout(book.classId, learnerId, 10)).map(({ kind }) => kind)).toEqual(['removed', 'given']);
    const { rows } = await pool().query('SELECT action, subject FROM audit_event WHERE class_id = $1 ORDER BY at', [
      book.classId,
    ]);
    expect(rows).toEqual([
      { action: 'grade-overridden', subject: learnerId },
      { action: 'grade-restored', subject: learnerId },
    ]);
  });

  test.each([
    ['a number above the range', { percent: '100.01' }, { percent: 'out-of-range' }],
    ['a number below it', { percent: '-1' }, { percent: 'out-of-range' }],
    ['no number', { percent: 'much' }, { percent: 'no-number' }],
    ['no reason', { reason: '  ' }, { reason: 'missing' }],
    ['an excuse without a reason', { kind: 'excused' as const, reason: '' }, { reason: 'missing' }],
    ['a reason without end', { reason: 'x'.repeat(1_001) }, { reason: 'too-long' }],
  ])('is not made with %s, and says by which field', async (_, more, faults) => {
    const book = await testBook();
    const learnerId = await testMember(book.classId);
    expect(await decide(book, wanted(learnerId, more))).toEqual({ kind: 'faulty', ...faults });
    expect(await decisionsAbout(book.classId, learnerId, 10)).toEqual([]);
  });

  it('is not made about another class’s learner or assignment, or about a column that is none', async () => {
    const [book, other] = [await testBook(), await testBook()];
    const [learnerId, stranger] = [await testMember(book.classId), await testMember(other.classId)];
    const theirs = `assignment:${await testWork(other.classId)}`;
    expect(await decide(book, wanted(stranger))).toEqual({ kind: 'unknown' });
    for (const column of [theirs, 'lesson:http/caching', 'lesson:nowhere/at-all', 'assignment:x', '', "lesson:'"])
      expect(await decide(book, wanted(learnerId, { column }))).toEqual({ kind: 'unknown' });
    expect(await decide(book, wanted(learnerId, { column: `assignment:${await testWork(book.classId)}` }))).toEqual({
      kind: 'decided',
    });
  });

  it('of two at once is made by one; the other is told what the first wrote', async () => {
    const book = await testBook();
    const second = await testStaff(book.classId);
    const learnerId = await testMember(book.classId);
    const outcomes = await Promise.all([
      decide(book, wanted(learnerId, { percent: '60' })),
      decide(second, wanted(learnerId, { percent: '70' })),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['decided', 'overtaken']);
    const [stands] = await standingDecisions(book.classId, [learnerId]);
    expect(outcomes).toContainEqual({ kind: 'overtaken', by: stands });
    // Having seen it, the second may decide otherwise.
    expect(await decide(second, wanted(learnerId, { percent: '70', follows: 1 }))).toEqual({ kind: 'decided' });
  });
});

test('percents are read as people write them', () => {
  expect([
    readPercent('85'),
    readPercent('87,5 %'),
    readPercent('８５％'),
    readPercent(' 0 '),
    readPercent('100'),
  ]).toEqual([0.85, 0.875, 0.85, 0, 1]);
  expect([readPercent(''), readPercent('1e1'), readPercent('0x10'), readPercent('Infinity')]).toEqual(
    Array.from({ length: 4 }, () => 'no-number'),
  );
});

describe('a comment', () => {
  it('is read by the learner when it is for them, by staff in any case, and leaves its place when it is taken back', async () => {
    const book = await testBook();
    const second = await testStaff(book.classId, 'assistant');
    const learnerId = await testMember(book.classId);
    const attemptId = await testAttempt(learnerId);
    const about = { learnerId, column: '', attemptId };
    expect(await comment(second, { ...about, text: 'Well seen', forLearner: true })).toEqual({ kind: 'written' });
    expect(await comment(book, { ...about, text: 'Copied?', forLearner: false })).toEqual({ kind: 'written' });
    expect((await commentsForLearner(learnerId, attemptId)).map(({ text }) => text)).toEqual(['Well seen']);
    const written = await commentsAbout(book.classId, learnerId, 10);
    expect(written.map(({ text }) => text)).toEqual(['Copied?', 'Well seen']);
    const [staffs, theirs] = written;
    if (!staffs || !theirs || !isUuid(theirs.id)) throw new Error('two comments were written');
    // An assistant takes back their own, and nobody else's.
    expect(await uncomment(second, { learnerId, id: staffs.id }, false)).toBe(false);
    expect(await uncomment(second, { learnerId, id: theirs.id }, false)).toBe(true);
    expect(await commentsForLearner(learnerId)).toEqual([]);
    expect((await commentsAbout(book.classId, learnerId, 10)).map(({ text }) => text)).toEqual(['Copied?', '']);
  });

  it('is not written to what another class has, nor without words', async () => {
    const [book, other] = [await testBook(), await testBook()];
    const learnerId = await testMember(book.classId, other.classId);
    const theirs = await testAttempt(learnerId, { assignment: await testWork(other.classId) });
    const said = { learnerId, column: '', attemptId: '', text: 'Hello', forLearner: true };
    expect(await comment(book, { ...said, attemptId: theirs })).toEqual({ kind: 'unknown' });
    expect(await comment(book, { ...said, learnerId: await testMember(other.classId) })).toEqual({ kind: 'unknown' });
    expect(await comment(book, { ...said, text: ' \n ' })).toEqual({ kind: 'faulty', text: 'empty' });
    expect(await comment(book, { ...said, text: 'x'.repeat(4_001) })).toEqual({ kind: 'faulty', text: 'too-long' });
  });
});
