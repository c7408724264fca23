import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assignment } from '@/lib/attempts/assignment';
import { hasDoor } from '@/lib/attempts/door-questions';
import { makeAssignment } from '@/lib/attempts/make-assignment';
import { readAttempt } from '@/lib/attempts/read-attempt';
import { asSeen } from '@/lib/attempts/seen-attempts';
import { submitHandIn, submitSitting, tellSitting } from '@/lib/attempts/sitting-reply';
import { handIn } from '@/lib/attempts/sitting-store';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { submitGiveUp, submitHint } from '@/lib/attempts/submit-help';
import { openAssigned, openDoor } from '@/lib/attempts/submit-sitting';
import { versions } from '@/lib/attempts/submit-versions';
import { testAssignment, testClass, testExtension, testPolicy } from '@/lib/attempts/test-class-store';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import { assessedMarker, sittingFiles, sittingLesson } from '@/lib/attempts/test-sitting-content';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import type { AnswerResult } from '@/lib/quiz/answer';
import { kinds } from '@/lib/quiz/kinds';
import { inLetters } from '@/lib/quiz/read-response';
import { latestAttempts } from './history-store';

withTestDatabase();

const practice = `${sittingLesson}/https`;
const numeric = `${sittingLesson}/how-many`;
const exam = `${sittingLesson}/exam-ssh`;
let folder: string;

beforeAll(async () => {
  folder = await writeContent(sittingFiles);
  process.env.CONTENT_DIRS = folder;
});
afterAll(() => rm(folder, { recursive: true }));

const asGuest = (learner: TestLearner) => ({ ...learner, guest: true });
const signedIn = (learner: TestLearner) => ({ ...learner, guest: false });

async function versionOf(item: string): Promise<string> {
  return (await versions()).current(item)?.version ?? '';
}

/** The letter of an option of a single choice. */
async function letterOf(item: string, isRight: boolean): Promise<string> {
  const form = (await versions()).current(item)?.form;
  if (form?.kind !== 'question' || form.question.kind !== 'single-choice')
    throw new Error(`${item} is no single choice`);
  const { question } = form;
  const right = inLetters(question, kinds['single-choice'].fromKey(question)).choice;
  return isRight ? right : (Object.keys(kinds['single-choice'].letters(question)).find((one) => one !== right) ?? '');
}

async function choice(item: string, isRight: boolean): Promise<object> {
  return { item, version: await versionOf(item), response: { choice: await letterOf(item, isRight) } };
}

async function answer(learner: TestLearner, more: object): Promise<AnswerResult> {
  const reply = await submitAnswers(learner, { answers: [{ id: randomUUID(), seq: 1, ...more }] });
  const [result] = reply.status === 200 ? reply.body.results : [];
  if (!result) throw new Error(JSON.stringify(reply));
  return result;
}

async function frozen(item: string) {
  const known = (await versions()).current(item);
  return {
    item,
    objective: `${sittingLesson}#well-known`,
    version: known?.version ?? '',
    keyRevision: known?.keyRevision ?? 0,
  };
}

/** A member of a class that was set the assessed question. */
async function member(
  more: Partial<Assignment> = {},
): Promise<{ ann: TestLearner; assignment: Assignment; classId: string }> {
  const ann = await testLearner();
  const classId = await testClass([ann.learnerId], 'evening');
  return { ann, classId, assignment: await testAssignment(classId, [await frozen(exam)], more) };
}

async function opened(ann: TestLearner, assignment: Assignment): Promise<string> {
  const run = await openAssigned(signedIn(ann), assignment.id);
  if (run.kind === 'refused') throw new Error(run.why);
  return run.read.sitting.id;
}

describe('“I know this”', () => {
  async function door(): Promise<{ ann: TestLearner; sitting: string }> {
    const ann = await testLearner();
    const run = await openDoor(asGuest(ann), sittingLesson);
    if (run.kind === 'refused') throw new Error(run.why);
    return { ann, sitting: run.read.sitting.id };
  }

  test('asks a guest one practice question of each objective, and goes on where it was left', async () => {
    const { ann, sitting } = await door();
    const again = await openDoor(asGuest(ann), sittingLesson);
    expect(again.kind === 'opened' && again.read.sitting.id).toBe(sitting);
    expect(again.kind === 'opened' && again.read.sitting.items.map(({ item }) => item)).toEqual([practice, numeric]);
  });

  test('takes one try each and tells nothing until it is handed in; then everything', async () => {
    const { ann, sitting } = await door();
    expect(await answer(ann, { ...(await choice(practice, false)), sitting })).toMatchObject({ status: 'received' });
    expect(await answer(ann, { ...(await choice(practice, true)), sitting })).toMatchObject({ code: 'no-tries' });
    expect(JSON.stringify(await tellSitting(asGuest(ann), sitting))).not.toMatch(/That is HTTP|IANA|earned/);
    const told = await submitHandIn(asGuest(ann), sitting);
    expect(JSON.stringify(told.body)).toMatch(/That is HTTP/);
    expect(told.body).toMatchObject({ sitting: { state: 'handed-in', answered: 1, of: 2 } });
    const again = await openDoor(asGuest(ann), sittingLesson);
    expect(again.kind === 'opened' && again.read.sitting.id).not.toBe(sitting);
  });

  test('is not offered where an objective has no question, nor where there is no such lesson', async () => {
    const ann = asGuest(await testLearner());
    expect(await openDoor(ann, 'tcp-tls/nowhere')).toEqual({ kind: 'refused', why: 'unknown-lesson' });
    const lesson = (await curriculum()).lessonById(sittingLesson);
    if (!lesson) throw new Error('the lesson of the test is not there');
    expect(hasDoor(lesson)).toBe(true);
    expect(hasDoor({ ...lesson, objectives: [...lesson.objectives, { id: 'udp', text: { en: 'UDP' } }] })).toBe(false);
    expect(hasDoor({ ...lesson, objectives: [] })).toBe(false);
  });
});

describe('an assignment', () => {
  test('is opened by a member who is signed in, in its window, and by nobody else', async () => {
    const { ann, assignment } = await member();
    const why = async (learner: TestLearner, id: string, guest = false) => {
      const run = await openAssigned({ ...learner, guest }, id);
      return run.kind === 'refused' ? run.why : run.kind;
    };
    expect(await why(ann, assignment.id, true)).toBe('sign-in');
    expect(await why(await testLearner(), assignment.id)).toBe('unknown-assignment');
    expect(await why(ann, randomUUID())).toBe('unknown-assignment');
    const hour = 3_600_000;
    const [soon, past] = [new Date(Date.now() + hour), new Date(Date.now() - hour)];
    const early = await member({ opensAt: soon, dueAt: new Date(Date.now() + 2 * hour) });
    expect(await why(early.ann, early.assignment.id)).toBe('not-yet');
    const late = await member({ opensAt: new Date(Date.now() - 2 * hour), dueAt: past });
    expect(await why(late.ann, late.assignment.id)).toBe('over');
    await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1', [ann.learnerId]);
    expect(await why(ann, assignment.id)).toBe('unknown-assignment');
  });

  test('credits each try by its place, and tells at once where its policy says so', async () => {
    const { ann, assignment } = await member();
    const sitting = await opened(ann, assignment);
    expect(await answer(ann, { ...(await choice(exam, false)), sitting })).toMatchObject({ earned: 0, credit: 0 });
    const second = await answer(ann, { ...(await choice(exam, true)), sitting, assignment: assignment.id });
    expect(second).toMatchObject({ earned: 1, credit: 0.7, feedback: { explanation: {} } });
    const told = await submitHandIn(signedIn(ann), sitting);
    expect(told.body).toMatchObject({ sitting: { score: { credited: 0.7, possible: 1 } } });
  });

  test('withholds scores everywhere until it is due, and never tells where it never should', async () => {
    const { ann, assignment } = await member({ policy: testPolicy({ feedback: 'after-due' }) });
    const sitting = await opened(ann, assignment);
    const id = randomUUID();
    expect(await answer(ann, { ...(await choice(exam, true)), id, sitting })).toEqual({
      id,
      status: 'received',
      ordinal: 1,
      receivedAt: expect.any(String),
    });
    await handIn(ann.learnerId, sitting);
    expect(JSON.stringify((await tellSitting(signedIn(ann), sitting)).body)).not.toMatch(
      new RegExp(`${assessedMarker}|earned`),
    );
    expect(await readAttempt(ann.learnerId, id)).toMatchObject({ seen: { score: false }, feedback: {} });
    const [listed] = await asSeen(ann.learnerId, await latestAttempts(ann.learnerId, 1));
    expect(listed).toMatchObject({ earned: null, credit: null });
    const over = "jsonb_set(policy, '{endsAt}', to_jsonb(clock_timestamp() - interval '1 second'))";
    await pool().query(`UPDATE sitting SET policy = ${over} WHERE id = $1`, [sitting]);
    await pool().query("UPDATE assignment SET due_at = now() - interval '1 second' WHERE id = $1", [assignment.id]);
    // Somebody was given more time meanwhile.
    await testExtension(assignment.id, { groupName: 'morning', dueAt: new Date(Date.now() + 60_000) });
    expect(await readAttempt(ann.learnerId, id)).toMatchObject({ seen: { score: false }, feedback: {} });
    await pool().query('DELETE FROM assignment_extension WHERE assignment_id = $1', [assignment.id]);
    expect(await readAttempt(ann.learnerId, id)).toMatchObject({ seen: { score: true, explanation: true } });
    expect((await tellSitting(signedIn(ann), sitting)).body).toMatchObject({ sitting: { score: { credited: 1 } } });
    await pool().query('DELETE FROM sitting WHERE id = $1', [sitting]);
    expect(await readAttempt(ann.learnerId, id)).toMatchObject({ seen: { score: false }, feedback: {} });
    expect(await asSeen(ann.learnerId, await latestAttempts(ann.learnerId, 1))).toMatchObject([{ earned: null }]);
  });

  test('is not told about by another answer of the same id, whatever that one asks', async () => {
    const { ann, assignment } = await member({ policy: testPolicy({ feedback: 'after-due' }) });
    const sitting = await opened(ann, assignment);
    const door = await openDoor(signedIn(ann), sittingLesson);
    if (door.kind === 'refused') throw new Error(door.why);
    await handIn(ann.learnerId, door.read.sitting.id);
    const id = randomUUID();
    const inExam = { id, seq: 1, ...(await choice(exam, true)), sitting };
    const elsewhere = { id, seq: 2, ...(await choice(practice, true)) };
    const answers = [inExam, elsewhere, { ...elsewhere, sitting: door.read.sitting.id }];
    const told = await submitAnswers(ann, { answers });
    expect(told.body).toMatchObject({
      results: [{ status: 'received' }, { status: 'received' }, { status: 'received' }],
    });
    expect(JSON.stringify(told.body)).not.toContain('earned');
  });

  test('explains nothing of a question that was not answered, to a right answer at another of the same id', async () => {
    const { ann, assignment } = await member();
    const sitting = await opened(ann, assignment);
    const id = randomUUID();
    const right = { id, seq: 1, ...(await choice(practice, true)) };
    const told = await submitAnswers(ann, {
      answers: [right, { id, seq: 2, ...(await choice(exam, false)), sitting }],
    });
    expect(told.body).toMatchObject({ results: [{ earned: 1, feedback: { explanation: {} } }, { earned: 1 }] });
    expect(JSON.stringify(told.body)).not.toContain(assessedMarker);
  });

  test('gives its learner the kindest of the extensions: their own, or their group’s', async () => {
    const past = new Date(Date.now() - 60_000);
    const { ann, assignment } = await member({ dueAt: past, opensAt: new Date(Date.now() - 3_600_000) });
    await testExtension(assignment.id, { groupName: 'evening', dueAt: new Date(Date.now() + 60_000) });
    const later = new Date(Date.now() + 3_600_000);
    await testExtension(assignment.id, { learnerId: ann.learnerId, dueAt: later, timeFactor: 1.5 });
    const run = await openAssigned(signedIn(ann), assignment.id);
    expect(run.kind === 'opened' && run.read.sitting.dueAt).toEqual(later);
  });

  test('that grades a practice question says that its answer is known', async () => {
    const known = await versions();
    const taught = { items: (await curriculum()).items(), current: known.current };
    const plan = {
      classId: randomUUID(),
      title: { en: 'Week 3' },
      policy: testPolicy(),
      opensAt: new Date(0),
      dueAt: new Date(1),
      selection: { kind: 'items' as const, items: [practice, exam] },
    };
    expect(makeAssignment(taught, plan)).toMatchObject({ warnings: [{ kind: 'answer-is-known', item: practice }] });
    const each = { kind: 'each' as const, objectives: [{ objective: `${sittingLesson}#well-known`, count: 1 }] };
    const again = { ...taught, items: (await curriculum()).items() };
    expect(makeAssignment(again, { ...plan, selection: each })).toMatchObject({
      assignment: { frozen: [{ item: exam }] },
      warnings: [],
    });
  });
});

describe('an assessed question', () => {
  test('is as unknown as one that never was, to answers, hints and solutions outside its sitting', async () => {
    const { ann, assignment } = await member();
    const version = await versionOf(exam);
    const nowhere = `${sittingLesson}/nowhere`;
    for (const during of [false, true]) {
      if (during) await opened(ann, assignment);
      const [known, unknown] = [
        await answer(ann, { ...(await choice(exam, true)) }),
        await answer(ann, { ...(await choice(exam, true)), item: nowhere }),
      ];
      expect({ ...known, id: '' }).toEqual({ ...unknown, id: '' });
      for (const submit of [submitHint, submitGiveUp])
        expect(await submit(ann, { item: exam, version })).toEqual(await submit(ann, { item: nowhere, version }));
    }
  });

  test('is never at a door, and is told by nothing to those who are no members', async () => {
    const { ann, assignment } = await member();
    const bob = await testLearner();
    const sitting = await opened(ann, assignment);
    for (const reply of [
      await tellSitting(signedIn(bob), sitting),
      await submitHandIn(signedIn(bob), sitting),
      await submitSitting(signedIn(bob), { assignment: assignment.id }),
      await submitSitting(asGuest(bob), { door: sittingLesson }),
    ])
      expect(JSON.stringify(reply)).not.toContain(assessedMarker);
    expect(JSON.stringify(await tellSitting(signedIn(ann), sitting))).toContain(assessedMarker);
  });
});

describe('help', () => {
  test('comes one hint at a time; none is skipped; what was told is told again', async () => {
    const ann = await testLearner();
    const asked = { item: practice, version: await versionOf(practice) };
    expect(await submitHint(ann, { ...asked, number: 2 })).toMatchObject({ status: 404 });
    expect(await submitHint(ann, asked)).toMatchObject({ status: 200, body: { number: 1, more: true } });
    expect(await submitHint(ann, asked)).toMatchObject({ status: 200, body: { number: 2, more: false } });
    expect(await submitHint(ann, asked)).toMatchObject({ status: 404, body: { error: { code: 'no-hint' } } });
    expect(await submitHint(ann, { ...asked, number: 1 })).toMatchObject({ body: { number: 1 } });
    expect(await submitHint(null, asked)).toMatchObject({ status: 401 });
    expect(await submitHint(ann, { ...asked, version: 'ffffffffffffffff' })).toMatchObject({ status: 404 });
  });

  test('of the last kind is the whole solution, with its explanation; what is then answered is marked by it', async () => {
    const ann = await testLearner();
    for (const item of [practice, numeric]) {
      const version = await versionOf(item);
      const told = await submitGiveUp(ann, { item, version });
      if (told.status !== 200) throw new Error(JSON.stringify(told));
      expect(told.body.explanation).toBeDefined();
      expect(told.body.solution.lines).toHaveLength(1);
      const result = await answer(ann, { item, version, response: told.body.solution.response });
      expect(result).toMatchObject({ status: 'scored', earned: 1 });
    }
    const { rows } = await pool().query('SELECT help FROM attempt WHERE learner_id = $1', [ann.learnerId]);
    expect(rows).toEqual([{ help: 2 }, { help: 2 }]);
  });

  test('on a task is the author’s own steps', async () => {
    const task = [...(await curriculum()).items()].find(({ kind }) => kind === 'task');
    if (task?.kind !== 'task') throw new Error('there is no task');
    const told = await submitGiveUp(await testLearner(), { item: task.id, version: await versionOf(task.id) });
    expect(told).toMatchObject({ status: 200, body: { solution: { actions: task.solution.actions } } });
  });
});
