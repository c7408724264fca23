import { beforeAll, describe, expect, it } from 'vitest';
import { publicFormOf, type SecretForm } from '@/lib/attempts/known-version';
import { versions } from '@/lib/attempts/submit-versions';
import type { ClassSeen } from '@/lib/classes/classroom';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { holdAnswer, markingsOf } from '@/lib/gradebook/marking-store';
import { mark, unmark } from '@/lib/gradebook/submit-marking';
import { answerToMark, namedQueues, queueOf } from '@/lib/gradebook/submit-marking-queue';
import { leave, testAttempt, testBook, testMember, testStaff, testWork } from '@/lib/gradebook/test-book-store';
import { questionSchema } from '@/lib/quiz/question';
import { versionOf } from '@/lib/quiz/question-version';

withTestDatabase();

// All that is taught is read and written down once.
beforeAll(async () => void (await versions()), 120_000);

const item = 'tcp-tls/segment-format/say-why';
const question = questionSchema.parse({
  id: 'say-why',
  kind: 'written',
  marked: 'person',
  prompt: { en: 'Why does a close take four segments?' },
  rubric: [
    { id: 'directions', text: { en: 'Two directions' }, points: 2, guidance: { en: 'Half-close counts' } },
    { id: 'own-time', text: { en: 'Each in its own time' }, points: 2 },
  ],
});
const form: SecretForm = { kind: 'question', question };
const version = versionOf(publicFormOf(form));

async function answered(learnerId: string, more: object = {}): Promise<string> {
  await pool().query(
    'INSERT INTO question_version (item, version, key_revision, public_form, secret_form) VALUES ($1, $2, 1, $3, $4) ON CONFLICT DO NOTHING',
    [item, version, JSON.stringify(publicFormOf(form)), JSON.stringify(form)],
  );
  return testAttempt(learnerId, {
    item,
    version,
    earned: null,
    possible: 4,
    response: { text: 'Each side closes.' },
    ...more,
  });
}

const points = (one: string, other: string) => (criterion: string) => (criterion === 'directions' ? one : other);
const marked = (attemptId: string, follows = 0, given = points('2', '1')) => ({
  item,
  attemptId,
  given,
  comment: 'Good',
  follows,
});

async function gradeOf(attemptId: string) {
  const { rows } = await pool().query(
    'SELECT earned, possible, graded_by, key_revision FROM grade WHERE attempt_id = $1',
    [attemptId],
  );
  return rows;
}

async function stateOf(learnerId: string) {
  const { rows } = await pool().query('SELECT tries, best, last FROM item_state WHERE learner_id = $1 AND item = $2', [
    learnerId,
    item,
  ]);
  return rows;
}

describe('marking', () => {
  it('gives a person’s grade, which counts at once, and can be changed and taken back', async () => {
    const book = await testBook('assistant');
    const learnerId = await testMember(book.classId);
    const attemptId = await answered(learnerId);
    expect(await namedQueues(book.classroom)).toMatchObject([{ item, waiting: 1, marked: 0 }]);
    expect(await mark(book, marked(attemptId))).toEqual({ kind: 'marked' });
    expect(await gradeOf(attemptId)).toEqual([{ earned: 3, possible: 4, graded_by: book.actor.id, key_revision: 0 }]);
    expect(await stateOf(learnerId)).toEqual([{ tries: 1, best: 0.75, last: 0.75 }]);
    expect(await mark(book, marked(attemptId, 1, points('2', '2')))).toEqual({ kind: 'marked' });
    expect(await stateOf(learnerId)).toEqual([{ tries: 1, best: 1, last: 1 }]);
    expect(await unmark(book, { item, attemptId, follows: 2 })).toEqual({ kind: 'marked' });
    expect(await gradeOf(attemptId)).toMatchObject([{ earned: null }]);
    expect(await stateOf(learnerId)).toEqual([]);
    expect(await namedQueues(book.classroom)).toMatchObject([{ waiting: 1, marked: 0 }]);
    expect((await markingsOf(learnerId, attemptId)).map(({ kind, earned }) => [kind, earned])).toEqual([
      ['undone', null],
      ['marked', 4],
      ['marked', 3],
    ]);
    const { rows } = await pool().query('SELECT action FROM audit_event WHERE class_id = $1 ORDER BY at', [
      book.classId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['answer-marked', 'answer-marked', 'marking-undone']);
  });

  it('of two at once stores one, and tells the other how it was marked', async () => {
    const book = await testBook();
    const second = await testStaff(book.classId, 'assistant');
    const learnerId = await testMember(book.classId);
    const attemptId = await answered(learnerId);
    const outcomes = await Promise.all([
      mark(book, marked(attemptId, 0, points('0', '0'))),
      mark(second, marked(attemptId, 0, points('2', '2'))),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['marked', 'overtaken']);
    const [stands] = await markingsOf(learnerId, attemptId);
    expect(outcomes).toContainEqual({ kind: 'overtaken', by: stands });
  });

  it('gives an answer to one marker at a time, and tells the second whose it is', async () => {
    const book = await testBook();
    const second = await testStaff(book.classId, 'assistant');
    const learnerId = await testMember(book.classId);
    const attemptId = await answered(learnerId);
    expect(await holdAnswer(learnerId, attemptId, book.actor.id)).toBeUndefined();
    expect(await holdAnswer(learnerId, attemptId, second.actor.id)).toBe(book.actor.id);
    expect(await queueOf(second, item)).toMatchObject([{ heldBy: book.actor.id }]);
    expect(await queueOf(book, item)).toMatchObject([{ heldBy: null }]);
    await pool().query("UPDATE marking_desk SET held_until = now() - interval '1 second'");
    expect(await holdAnswer(learnerId, attemptId, second.actor.id)).toBeUndefined();
  });

  it('asks for points within the rubric, by criterion', async () => {
    const book = await testBook();
    const attemptId = await answered(await testMember(book.classId));
    expect(await mark(book, marked(attemptId, 0, points('3', '')))).toEqual({
      kind: 'faulty',
      faults: { directions: 'out-of-range', 'own-time': 'missing' },
      isCommentTooLong: false,
    });
    expect(await gradeOf(attemptId)).toEqual([]);
  });

  it('is of this class’s answers alone', async () => {
    const [book, other] = [await testBook(), await testBook()];
    const learnerId = await testMember(book.classId, other.classId);
    const theirs = await answered(learnerId, { assignment: await testWork(other.classId) });
    const gone = await testMember(book.classId);
    const practised = await answered(gone);
    const set = await answered(gone, { assignment: await testWork(book.classId) });
    await leave(gone, book.classId);
    const sees = async (seen: ClassSeen, id: string) => (await answerToMark(seen, item, id)) !== undefined;
    expect([await sees(book, theirs), await sees(other, theirs)]).toEqual([false, true]);
    expect([await sees(book, practised), await sees(book, set)]).toEqual([false, true]);
    expect(await mark(book, marked(theirs))).toEqual({ kind: 'unknown' });
    for (const id of ['', 'no-id', learnerId]) expect(await mark(book, marked(id))).toEqual({ kind: 'unknown' });
  });
});
