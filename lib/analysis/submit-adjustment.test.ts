import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { quizStandings } from '@/lib/assignments/standing-store';
import type { Assignment } from '@/lib/attempts/assignment';
import { correctionsOf } from '@/lib/attempts/correction-store';
import { earned, gradedAttempts } from '@/lib/attempts/graded-attempts-store';
import { readSitting } from '@/lib/attempts/read-sitting';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { openAssigned } from '@/lib/attempts/submit-sitting';
import { versions } from '@/lib/attempts/submit-versions';
import { testAssignment, testClass, testPolicy } from '@/lib/attempts/test-class-store';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import { sittingFiles, sittingLesson } from '@/lib/attempts/test-sitting-content';
import { auditTrail } from '@/lib/audit/audit-store';
import { writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { lettersByOption } from '@/lib/quiz/read-response';
import type { Change } from './adjustment';
import { adjustmentsOf } from './adjustment-store';
import { adjust, previewAdjustment } from './submit-adjustment';

withTestDatabase();

const exam = `${sittingLesson}/exam-ssh`;
const number = `${sittingLesson}/how-many`;
const actor = { name: 'mara', id: randomUUID() };
let folder: string;

beforeAll(async () => {
  folder = await writeContent(sittingFiles);
  process.env.CONTENT_DIRS = folder;
});
afterAll(() => rm(folder, { recursive: true }));

async function frozen(item: string) {
  const known = (await versions()).current(item);
  if (!known) throw new Error(`there is no ${item}`);
  return { item, objective: `${sittingLesson}#well-known`, version: known.version, keyRevision: known.keyRevision };
}

/** The options of the single choice, the right one first. */
async function options(): Promise<{ right: string; wrong: string }> {
  const form = (await versions()).current(exam)?.form;
  if (form?.kind !== 'question' || form.question.kind !== 'single-choice') throw new Error('no single choice');
  const of = (isRight: boolean) =>
    form.question.kind === 'single-choice' && form.question.options.find(({ right }) => (right === true) === isRight);
  const [right, wrong] = [of(true), of(false)];
  if (!right || !wrong) throw new Error('no options');
  return { right: right.id, wrong: wrong.id };
}

async function letterOf(option: string): Promise<string> {
  const form = (await versions()).current(exam)?.form;
  if (form?.kind !== 'question') throw new Error('no question');
  return lettersByOption(form.question).get(option) ?? '';
}

async function sit(learner: TestLearner, assignment: Assignment): Promise<string> {
  const run = await openAssigned({ ...learner, guest: false }, assignment.id);
  if (run.kind === 'refused') throw new Error(run.why);
  return run.read.sitting.id;
}

async function answer(learner: TestLearner, sitting: string, item: string, response: object): Promise<string> {
  const id = randomUUID();
  const { version } = await frozen(item);
  const reply = await submitAnswers(learner, { answers: [{ id, seq: 1, item, version, sitting, response }] });
  if (reply.status !== 200 || reply.body.results[0]?.status === 'rejected') throw new Error(JSON.stringify(reply));
  return id;
}

const chooses = async (learner: TestLearner, sitting: string, option: string) =>
  answer(learner, sitting, exam, { choice: await letterOf(option) });

let [ann, ben, cem, dora]: TestLearner[] = [];
let classId: string;
let assignment: Assignment;
let right: string;
let wrong: string;

/** Four learners: Ann is right, Ben wrong, Cem wrong and then right (a second try earns 0.7), Dora has begun and answered nothing. All but Dora know the number. */
beforeEach(async () => {
  [ann, ben, cem, dora] = await Promise.all([testLearner(), testLearner(), testLearner(), testLearner()]);
  if (!ann || !ben || !cem || !dora) throw new Error('no learners');
  classId = await testClass([ann, ben, cem, dora].map(({ learnerId }) => learnerId));
  assignment = await testAssignment(classId, [await frozen(exam), await frozen(number)]);
  ({ right, wrong } = await options());
  for (const learner of [ann, ben, cem]) {
    const sitting = await sit(learner, assignment);
    await answer(learner, sitting, number, { text: '65536' });
    await chooses(learner, sitting, learner === ann ? right : wrong);
    if (learner === cem) await chooses(learner, sitting, right);
  }
  await sit(dora, assignment);
});

/** Learner → share of the assignment that is credited. */
async function scores(): Promise<Map<string, number | null>> {
  const standings = await quizStandings({ classId, assignmentId: assignment.id }, 2);
  return new Map(
    standings.map(({ learnerId, score }) => [learnerId, score.possible === 0 ? null : score.credited / score.possible]),
  );
}

/** What a change was said to do, and what it did. */
async function foretold(change: Change) {
  const before = await scores();
  const { changes } = await previewAdjustment(classId, exam, change);
  expect(await scores()).toEqual(before);
  expect(await adjust(classId, exam, change, actor)).toBe('done');
  const after = await scores();
  for (const { learnerId, from, to } of changes) {
    expect(before.get(learnerId)).toBeCloseTo(from ?? Number.NaN, 9);
    expect(after.get(learnerId)).toBeCloseTo(to ?? Number.NaN, 9);
  }
  const changed = [...after].filter(([id, share]) => share !== before.get(id)).map(([id]) => id);
  expect(changes.map(({ learnerId }) => learnerId).sort()).toEqual(changed.sort());
  return { before, after, changes };
}

const of = (table: ReadonlyMap<string, number | null>, learner: TestLearner | undefined) =>
  table.get(learner?.learnerId ?? '');

describe('what is foretold of a correction is what happens', () => {
  test('an answer that is accepted also earns what its place among the tries earns', async () => {
    const { before, after } = await foretold({ kind: 'accept', answer: { choice: wrong } });
    expect([ann, ben, cem, dora].map((one) => of(before, one))).toEqual([1, 0.5, 0.85, 0]);
    expect([ann, ben, cem, dora].map((one) => of(after, one))).toEqual([1, 1, 1, 0]);
  });

  test('full credit goes to everybody who began, answered or not', async () => {
    const { after } = await foretold({ kind: 'full-credit' });
    expect([ann, ben, cem, dora].map((one) => of(after, one))).toEqual([1, 1, 1, 0.5]);
  });

  test('a dropped question is neither earned nor missed', async () => {
    const { after } = await foretold({ kind: 'drop' });
    expect([ann, ben, cem, dora].map((one) => of(after, one))).toEqual([1, 1, 1, 0]);
  });

  test('taking one of two back leaves the other', async () => {
    const [full, accept] = [{ kind: 'full-credit' } as const, { kind: 'accept', answer: { choice: wrong } } as const];
    await foretold(full);
    await adjust(classId, exam, accept, actor);
    const numbers = (await adjustmentsOf(classId, exam)).map(({ number }) => number);
    const { after } = await foretold({ kind: 'undo', number: numbers.at(-1) ?? 0 });
    expect([ann, ben, cem, dora].map((one) => of(after, one))).toEqual([1, 1, 1, 0]);
    const undone = await foretold({ kind: 'undo', number: numbers[0] ?? 0 });
    expect([ann, ben, cem, dora].map((one) => of(undone.after, one))).toEqual([1, 0.5, 0.85, 0]);
  });
});

test('the same twice, or what was taken back already, changes nothing', async () => {
  const accept = { kind: 'accept', answer: { choice: wrong } } as const;
  expect(await adjust(classId, exam, accept, actor)).toBe('done');
  expect(await adjust(classId, exam, accept, actor)).toBe('stale');
  const [made] = await adjustmentsOf(classId, exam);
  const undo = { kind: 'undo', number: made?.number ?? 0 } as const;
  expect(await adjust(classId, exam, undo, actor)).toBe('done');
  expect(await adjust(classId, exam, undo, actor)).toBe('stale');
});

test('each is written down with who did it', async () => {
  await adjust(classId, exam, { kind: 'drop' }, actor);
  const [made] = await adjustmentsOf(classId, exam);
  await adjust(classId, exam, { kind: 'undo', number: made?.number ?? 0 }, actor);
  const trail = await auditTrail({ classId }, 10);
  expect(trail.map(({ action, actorId, subject }) => ({ action, actorId, subject }))).toEqual([
    { action: 'correction-undone', actorId: actor.id, subject: exam },
    { action: 'question-dropped', actorId: actor.id, subject: exam },
  ]);
});

test('what a person graded stays', async () => {
  const attempt = await pool().query<{ id: string }>('SELECT id FROM attempt WHERE learner_id = $1 AND item = $2', [
    ben?.learnerId,
    exam,
  ]);
  await pool().query(
    'INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, credit, graded_by) VALUES ($1, $2, 0, 0.25, 1, 0.25, $3)',
    [ben?.learnerId, attempt.rows[0]?.id, actor.id],
  );
  const { after } = await foretold({ kind: 'accept', answer: { choice: wrong } });
  expect(of(after, ben)).toBe(0.625);
  expect((await previewAdjustment(classId, exam, { kind: 'full-credit' })).runs).toBe(4);
});

test('answers that arrive afterwards, and while it is being booked, are corrected too', async () => {
  const late = await testLearner();
  await pool().query('INSERT INTO enrolment (learner_id, class_id) VALUES ($1, $2)', [late.learnerId, classId]);
  const sitting = await sit(late, assignment);
  const doras = dora ? await sit(dora, assignment) : '';
  await Promise.all([
    adjust(classId, exam, { kind: 'accept', answer: { choice: wrong } }, actor),
    dora && chooses(dora, doras, wrong),
  ]);
  await chooses(late, sitting, wrong);
  const after = await scores();
  expect(of(after, dora)).toBe(0.5);
  expect(of(after, late)).toBe(0.5);
});

test('another class that asks the same question keeps its grades, also of a learner who is in both', async () => {
  const other = await testClass([ben?.learnerId ?? '']);
  const theirs = await testAssignment(other, [await frozen(exam)], { policy: testPolicy({ tries: 1 }) });
  if (ben) await chooses(ben, await sit(ben, theirs), wrong);
  await adjust(classId, exam, { kind: 'full-credit' }, actor);
  const [standing] = await quizStandings({ classId: other, assignmentId: theirs.id }, 1);
  expect(standing?.score.credited).toBe(0);
});

test('nothing of it is evidence: mastery, review and statistics see the grade by the key', async () => {
  await adjust(classId, exam, { kind: 'full-credit' }, actor);
  const { rows } = await pool().query<{ earned: number }>(
    `SELECT ${earned} AS earned FROM ${gradedAttempts} WHERE a.learner_id = $1 AND a.item = $2`,
    [ben?.learnerId, exam],
  );
  expect(rows).toEqual([{ earned: 0 }]);
});

test('the learner sees the corrected score, and that it was corrected and taken back', async () => {
  const { rows } = await pool().query<{ id: string; sitting: string }>(
    'SELECT id, sitting_id AS sitting FROM attempt WHERE learner_id = $1 AND item = $2',
    [ben?.learnerId, exam],
  );
  const [{ id, sitting } = { id: '', sitting: '' }] = rows;
  await adjust(classId, exam, { kind: 'accept', answer: { choice: wrong } }, actor);
  expect((await readSitting(ben?.learnerId ?? '', sitting))?.score).toEqual({ credited: 2, possible: 2 });
  expect(await correctionsOf(ben?.learnerId ?? '', id)).toMatchObject([{ from: { earned: 0 }, to: { earned: 1 } }]);
  const [made] = await adjustmentsOf(classId, exam);
  await adjust(classId, exam, { kind: 'undo', number: made?.number ?? 0 }, actor);
  expect((await readSitting(ben?.learnerId ?? '', sitting))?.score).toEqual({ credited: 1, possible: 2 });
  expect(await correctionsOf(ben?.learnerId ?? '', id)).toMatchObject([
    { from: { earned: 0 }, to: { earned: 1 } },
    { from: { earned: 1 }, to: { earned: 0 } },
  ]);
});

describe('an answer says the same as the one that is accepted', () => {
  const same = async (one: object, other: object) => {
    const { rows } = await pool().query<{ same: boolean }>('SELECT same_answer($1, $2) AS same', [one, other]);
    return rows[0]?.same;
  };
  test('in other capitals, width and spaces', async () => {
    expect(await same({ text: 'SYN  ack' }, { text: 'ｓｙｎ ACK' })).toBe(true);
    expect(await same({ text: 'SYN' }, { text: 'FIN' })).toBe(false);
  });
  test('as a number however it was typed, in the same unit', async () => {
    expect(await same({ text: '1,000', value: 1000 }, { text: '1000', value: 1000 })).toBe(true);
    expect(await same({ text: '1', value: 1, unit: 'ms' }, { text: '1', value: 1, unit: 's' })).toBe(false);
  });
  test('with its parts in whatever order the database keeps them', async () => {
    expect(await same({ places: { a: 'x', b: 'y' } }, { places: { b: 'y', a: 'x' } })).toBe(true);
  });
});
