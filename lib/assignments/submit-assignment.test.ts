import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignmentStandings } from '@/lib/assignments/assignment-standings';
import { changeAssignment, refreshWording, withdraw } from '@/lib/assignments/change-assignment';
import { findClassAssignment } from '@/lib/assignments/class-assignment-store';
import { copyAssignments } from '@/lib/assignments/copy-assignments-store';
import { extensionsOf } from '@/lib/assignments/extension-store';
import { myAssignments } from '@/lib/assignments/my-work';
import { setAssignment } from '@/lib/assignments/submit-assignment';
import { extend, unextend } from '@/lib/assignments/submit-extension';
import { writeQuestion } from '@/lib/assignments/submit-own-question';
import { testClassSeen, testForm, testPerson } from '@/lib/assignments/test-class-seen-store';
import { wallTimeOf } from '@/lib/assignments/wall-time';
import { readSitting } from '@/lib/attempts/read-sitting';
import { findSitting, handIn } from '@/lib/attempts/sitting-store';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { openAssigned } from '@/lib/attempts/submit-sitting';
import { versions } from '@/lib/attempts/submit-versions';
import { assessedMarker, sittingFiles, sittingLesson } from '@/lib/attempts/test-sitting-content';
import type { ClassSeen } from '@/lib/classes/classroom';
import { writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { transaction } from '@/lib/db/transaction';

withTestDatabase();

const zone = 'Asia/Kathmandu';
const hour = 3_600_000;
const practice = `${sittingLesson}/https`;
const exam = `${sittingLesson}/exam-ssh`;
let folder: string;

beforeAll(async () => {
  folder = await writeContent(sittingFiles);
  process.env.CONTENT_DIRS = folder;
  await versions();
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const wall = (hours: number) => wallTimeOf(new Date(Date.now() + hours * hour), zone);

/** What a form of an assessed quiz sends. */
const quizForm = (more: Readonly<Record<string, string | readonly string[]>> = {}) =>
  testForm({
    'title-en': 'Week 3',
    opens: wall(-1),
    due: wall(2),
    choose: 'ticked',
    item: exam,
    tries: '2',
    credit: '100, 50',
    feedback: 'now',
    ...more,
  });

async function setQuiz(seen: ClassSeen, form = quizForm(), kind: 'graded' | 'timed' | 'practice' = 'graded') {
  const result = await setAssignment(seen, kind, form);
  if (result.kind !== 'set') throw new Error(JSON.stringify(result));
  return result.id;
}

async function session(learnerId: string): Promise<{ learnerId: string; sessionId: string; guest: false }> {
  const sessionId = randomUUID();
  await pool().query("INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [
    learnerId,
    sessionId,
  ]);
  return { learnerId, sessionId, guest: false };
}

async function opened(learnerId: string, assignment: string): Promise<string> {
  const run = await openAssigned({ learnerId, guest: false }, assignment);
  if (run.kind === 'refused') throw new Error(run.why);
  return run.read.sitting.id;
}

describe('setting work by a form', () => {
  test('stores it with dates of the class’s clocks and the version of that moment, and writes down who did', async () => {
    const seen = await testClassSeen(zone, []);
    const due = wall(30);
    const id = await setQuiz(seen, quizForm({ due }));
    const stored = await findClassAssignment(seen.classroom.id, id);
    expect(stored && wallTimeOf(stored.dueAt, zone)).toBe(due);
    expect(stored?.frozen).toMatchObject([{ item: exam, keyRevision: 1 }]);
    expect(stored?.policy).toMatchObject({ kind: 'graded', tries: 2, credit: [1, 0.5] });
    const { rows } = await pool().query(
      'SELECT action, subject, class_id, actor_id FROM audit_event WHERE subject = $1',
      [id],
    );
    expect(rows).toEqual([
      { action: 'assignment-made', subject: id, class_id: seen.classroom.id, actor_id: seen.actor.id },
    ]);
  });

  test('tells every fault at its field and stores nothing', async () => {
    const seen = await testClassSeen('Europe/Berlin', []);
    const wrong = testForm({
      opens: '2026-03-29T02:30',
      due: 'soon',
      credit: '50, 100',
      tries: '2.5',
      'late-hours': '-1',
    });
    const result = await setAssignment(seen, 'timed', wrong);
    expect(
      result.kind === 'faults' && Object.fromEntries(result.faults.map(({ field, code }) => [field, code])),
    ).toEqual({
      'title-en': 'missing',
      opens: 'skipped-time',
      due: 'unreadable-time',
      credit: 'credit-rises',
      tries: 'not-a-number',
      minutes: 'missing',
      'late-hours': 'out-of-range',
      chosen: 'nothing-chosen',
    });
    const { rowCount } = await pool().query('SELECT FROM assignment WHERE class_id = $1', [seen.classroom.id]);
    expect(rowCount).toBe(0);
  });

  test('says before it is made that the answer of a practice question is known', async () => {
    const seen = await testClassSeen(zone, []);
    const form = () => quizForm({ item: [exam, practice] });
    expect(await setAssignment(seen, 'graded', form())).toEqual({
      kind: 'warned',
      warnings: [{ kind: 'answer-is-known', item: practice }],
    });
    const sure = form();
    sure.set('anyway', 'yes');
    expect(await setAssignment(seen, 'graded', sure)).toMatchObject({ kind: 'set' });
  });

  test('takes a ticked lesson for its assessed questions, and draws of objectives as they were counted', async () => {
    const seen = await testClassSeen(zone, []);
    const whole = await setQuiz(seen, quizForm({ item: [], lesson: sittingLesson }));
    expect((await findClassAssignment(seen.classroom.id, whole))?.selection).toEqual({ kind: 'items', items: [exam] });
    const drawn = quizForm({ choose: 'drawn', [`draw:${sittingLesson}#well-known`]: '1' });
    const id = await setQuiz(seen, drawn);
    expect((await findClassAssignment(seen.classroom.id, id))?.selection).toMatchObject({ kind: 'each' });
    const tooMany = await setAssignment(
      seen,
      'graded',
      quizForm({ choose: 'drawn', [`draw:${sittingLesson}#range`]: '5' }),
    );
    expect(tooMany).toMatchObject({
      kind: 'faults',
      faults: [{ field: `draw:${sittingLesson}#range`, code: 'too-few' }],
    });
  });

  test('refuses what is no item, another class’s question included', async () => {
    const [seen, other] = [await testClassSeen(zone, []), await testClassSeen(zone, [])];
    const own = await writeQuestion(
      other,
      'numeric',
      testForm({ 'prompt-en': 'How many?', 'explanation-en': 'So many.', value: '7' }),
    );
    expect(own.kind).toBe('saved');
    for (const item of [`class/${other.classroom.id}/how-many`, 'ports/numbers/nothing', '<b>']) {
      const result = await setAssignment(seen, 'graded', quizForm({ item }));
      expect(result).toMatchObject({
        kind: 'faults',
        faults: [{ field: 'chosen', code: 'unknown-item', found: item }],
      });
    }
  });
});

describe('who may begin it', () => {
  test('a learner of the class, in its window; nobody of another class, no guest, no instructor', async () => {
    const [ann, bob] = [await testPerson(), await testPerson()];
    const [seen, other] = [await testClassSeen(zone, [ann]), await testClassSeen(zone, [bob])];
    const id = await setQuiz(seen);
    const refusals = await Promise.all(
      [bob, seen.actor.id, other.actor.id].map((learnerId) => openAssigned({ learnerId, guest: false }, id)),
    );
    expect(refusals.map((one) => one.kind === 'refused' && one.why)).toEqual(Array(3).fill('unknown-assignment'));
    expect(await openAssigned({ learnerId: ann, guest: true }, id)).toMatchObject({ why: 'sign-in' });
    const early = await setQuiz(seen, quizForm({ opens: wall(1) }));
    expect(await openAssigned({ learnerId: ann, guest: false }, early)).toMatchObject({ why: 'not-yet' });
    const late = await setQuiz(seen, quizForm({ opens: wall(-3), due: wall(-1) }));
    expect(await openAssigned({ learnerId: ann, guest: false }, late)).toMatchObject({ why: 'over' });
    expect(await openAssigned({ learnerId: ann, guest: false }, id)).toMatchObject({ kind: 'opened' });
  });

  test('an assignment is another class’s for every change, whoever asks with its id', async () => {
    const [seen, other] = [await testClassSeen(zone, []), await testClassSeen(zone, [])];
    const id = await setQuiz(seen);
    expect(await findClassAssignment(other.classroom.id, id)).toBeUndefined();
    expect(await changeAssignment(other, id, quizForm())).toEqual({ kind: 'refused' });
    expect(await withdraw(other, id)).toEqual({ kind: 'refused' });
    expect(await refreshWording(other, id)).toEqual({ kind: 'refused' });
    expect(await extend(other, id, testForm({ who: 'group:evening', due: wall(5) }))).toEqual({ kind: 'refused' });
    expect((await findClassAssignment(seen.classroom.id, id))?.withdrawnAt).toBeNull();
  });
});

describe('what may still be changed', () => {
  test('everything but what is asked, until somebody has begun; then it may become due later and no more', async () => {
    const ann = await testPerson();
    const seen = await testClassSeen(zone, [ann]);
    const id = await setQuiz(seen);
    const change = (more: Readonly<Record<string, string>>) => changeAssignment(seen, id, quizForm(more));
    expect(await change({ tries: '3', 'title-en': 'Week 4' })).toEqual({ kind: 'changed' });
    expect(await findClassAssignment(seen.classroom.id, id)).toMatchObject({
      title: { en: 'Week 4' },
      policy: { tries: 3 },
    });
    const sitting = await opened(ann, id);
    expect(await change({ due: wall(1) })).toMatchObject({
      kind: 'faults',
      faults: [{ field: 'due', code: 'due-earlier' }],
    });
    expect(await change({ due: wall(5), tries: '9', opens: wall(-9) })).toEqual({ kind: 'changed' });
    const after = await findClassAssignment(seen.classroom.id, id);
    expect(after).toMatchObject({ policy: { tries: 3 } });
    expect(after && wallTimeOf(after.opensAt, zone)).toBe(wall(-1));
    const run = await findSitting(ann, sitting);
    expect(run?.sitting.closesAt).toEqual(after?.dueAt);
    expect(run?.sitting.dueAt).toEqual(after?.dueAt);
  });

  test('a withdrawn one is begun by nobody, ends what is open, and leaves what was answered to read', async () => {
    const [ann, bob] = [await testPerson(), await testPerson()];
    const seen = await testClassSeen(zone, [ann, bob]);
    const id = await setQuiz(seen);
    const sitting = await opened(ann, id);
    expect(await withdraw(seen, id)).toEqual({ kind: 'changed' });
    expect(await withdraw(seen, id)).toEqual({ kind: 'refused' });
    expect(await openAssigned({ learnerId: bob, guest: false }, id)).toMatchObject({ why: 'over' });
    expect((await readSitting(ann, sitting))?.state).toBe('closed');
    expect((await myAssignments(ann)).past).toMatchObject([{ state: 'withdrawn', sittingId: sitting }]);
    expect(await myAssignments(bob)).toMatchObject({ todo: [], done: [], past: [] });
    await pool().query('UPDATE class SET archived_at = now() WHERE id = $1', [seen.classroom.id]);
    expect((await readSitting(ann, sitting))?.asked).toHaveLength(1);
    expect((await myAssignments(ann)).past).toHaveLength(1);
  });
});

describe('more time', () => {
  test('reaches a run that is open already, is the kindest of all, and goes when it is taken back', async () => {
    const [ann, bob] = [await testPerson(), await testPerson()];
    const seen = await testClassSeen(zone, [ann, bob]);
    await pool().query("UPDATE enrolment SET group_name = 'evening' WHERE learner_id = $1", [ann]);
    const id = await setQuiz(seen, quizForm({ minutes: '20' }), 'timed');
    const sitting = await opened(ann, id);
    const before = (await findSitting(ann, sitting))?.sitting;
    const give = (more: Readonly<Record<string, string>>) => extend(seen, id, testForm(more));
    expect(await give({ who: `learner:${ann}`, factor: '1.5' })).toEqual({ kind: 'changed' });
    expect(await give({ who: 'group:evening', due: wall(9), factor: '2' })).toEqual({ kind: 'changed' });
    const after = (await findSitting(ann, sitting))?.sitting;
    const minutes = (run: typeof after) => ((run?.closesAt?.getTime() ?? 0) - (run?.openedAt.getTime() ?? 0)) / 60_000;
    expect([minutes(before), minutes(after)]).toEqual([20, 40]);
    const standings = await assignmentStandings((await findClassAssignment(seen.classroom.id, id)) ?? failed());
    const anns = standings.find(({ learnerId }) => learnerId === ann);
    expect(anns && [wallTimeOf(anns.dueAt, zone), anns.timeFactor]).toEqual([wall(9), 2]);
    expect(standings.find(({ learnerId }) => learnerId === bob)?.timeFactor).toBe(1);
    const given = await extensionsOf(seen.classroom.id, id);
    for (const { id: extension } of given) expect(await unextend(seen, id, extension)).toEqual({ kind: 'changed' });
    expect(minutes((await findSitting(ann, sitting))?.sitting)).toBe(20);
  });

  test('is for members of this class alone, and is more', async () => {
    const [ann, stranger] = [await testPerson(), await testPerson()];
    const seen = await testClassSeen(zone, [ann]);
    const id = await setQuiz(seen);
    const codes = async (more: Readonly<Record<string, string>>) => {
      const result = await extend(seen, id, testForm(more));
      return result.kind === 'faults' ? result.faults.map(({ field, code }) => `${field} ${code}`) : result.kind;
    };
    expect(await codes({ who: `learner:${stranger}`, due: wall(9) })).toEqual(['who nobody']);
    expect(await codes({ who: 'group:nobody', due: wall(9) })).toEqual(['who nobody']);
    expect(await codes({ who: 'learner:1', due: wall(9) })).toEqual(['who missing']);
    expect(await codes({ who: `learner:${ann}`, due: wall(1) })).toEqual(['due due-earlier']);
    expect(await codes({ who: `learner:${ann}` })).toEqual(['due missing']);
    expect(await codes({ who: `learner:${ann}`, factor: '0.5' })).toEqual(['factor out-of-range']);
  });
});

describe('practice', () => {
  test('is done when its lessons are complete and its items right, wherever that happened; late when later', async () => {
    const [ann, bob] = [await testPerson(), await testPerson()];
    const seen = await testClassSeen(zone, [ann, bob]);
    const form = quizForm({ item: [], lesson: sittingLesson });
    const id = await setQuiz(seen, form, 'practice');
    const work = (await findClassAssignment(seen.classroom.id, id)) ?? failed();
    expect(work.selection).toMatchObject({ kind: 'work', lessons: [sittingLesson] });
    expect(await openAssigned({ learnerId: ann, guest: false }, id)).toMatchObject({ why: 'practice' });
    const states = async () =>
      (await assignmentStandings(work)).map(({ learnerId, state, isLate }) => [
        learnerId === ann ? 'ann' : 'bob',
        state,
        isLate,
      ]);
    expect((await states()).sort()).toEqual([
      ['ann', 'not-begun', false],
      ['bob', 'not-begun', false],
    ]);
    await answerRight(ann, 'https', new Date());
    expect((await states()).sort()).toEqual([
      ['ann', 'begun', false],
      ['bob', 'not-begun', false],
    ]);
    await answerRight(ann, 'how-many', new Date());
    await answerRight(bob, 'https', new Date());
    await answerRight(bob, 'how-many', new Date(work.dueAt.getTime() + hour));
    expect((await states()).sort()).toEqual([
      ['ann', 'done', false],
      ['bob', 'done', true],
    ]);
    expect((await myAssignments(ann)).done).toMatchObject([
      { state: 'done', units: [{ id: sittingLesson, isDone: true }] },
    ]);
  });

  test('is never told by an assessed question, and is not for questions of one’s own', async () => {
    const seen = await testClassSeen(zone, []);
    expect(await setAssignment(seen, 'practice', quizForm())).toMatchObject({ faults: [{ code: 'unknown-item' }] });
  });
});

describe('what is asked stays as it was', () => {
  test('a quiz keeps its wording when the content changes, until somebody takes today’s while nobody has begun', async () => {
    const ann = await testPerson();
    const seen = await testClassSeen(zone, [ann]);
    const id = await setQuiz(seen);
    const before = (await findClassAssignment(seen.classroom.id, id)) ?? failed();
    // As if it had been set when the question read otherwise.
    const old = '0123456789abcdef';
    await pool().query(
      `INSERT INTO question_version (item, version, key_revision, public_form, secret_form)
       SELECT item, $2, 1, public_form, jsonb_set(secret_form, '{question,prompt,en}', '"The wording of then"') FROM question_version WHERE item = $1`,
      [exam, old],
    );
    await pool().query(
      `UPDATE assignment SET frozen = jsonb_set(frozen, '{0,version}', to_jsonb($2::text)) WHERE id = $1`,
      [id, old],
    );
    const sitting = await opened(ann, id);
    expect(JSON.stringify((await readSitting(ann, sitting))?.asked)).toContain('The wording of then');
    expect(await refreshWording(seen, id)).toEqual({ kind: 'refused' });
    const second = await setQuiz(seen);
    await pool().query(
      `UPDATE assignment SET frozen = jsonb_set(frozen, '{0,version}', to_jsonb($2::text)) WHERE id = $1`,
      [second, old],
    );
    expect(await refreshWording(seen, second)).toEqual({ kind: 'changed' });
    expect((await findClassAssignment(seen.classroom.id, second))?.frozen).toEqual(before.frozen);
  });

  test('copies into another class at the same time of day, questions of one’s own included, and nobody’s extensions', async () => {
    const ann = await testPerson();
    const [seen, next] = [await testClassSeen(zone, []), await testClassSeen('Europe/Berlin', [ann])];
    const own = { 'prompt-en': 'How many of us are here?', 'explanation-en': 'We counted.', value: '12' };
    expect(await writeQuestion(seen, 'numeric', testForm(own))).toMatchObject({ kind: 'saved' });
    const item = `class/${seen.classroom.id}/how-many-of-us-are-here`;
    const id = await setQuiz(seen, quizForm({ item: [item, exam] }));
    expect(await transaction((client) => copyAssignments(client, seen.classroom.id, next.classroom.id, 0))).toBe(1);
    const { rows } = await pool().query('SELECT id FROM assignment WHERE class_id = $1', [next.classroom.id]);
    const copy = (await findClassAssignment(next.classroom.id, rows[0]?.id)) ?? failed();
    const original = (await findClassAssignment(seen.classroom.id, id)) ?? failed();
    expect(wallTimeOf(copy.dueAt, 'Europe/Berlin')).toBe(wallTimeOf(original.dueAt, zone));
    expect(copy.selection).toEqual({
      kind: 'items',
      items: [item.replace(seen.classroom.id, next.classroom.id), exam],
    });
    await pool().query(
      "UPDATE assignment SET opens_at = now() - interval '1 hour', due_at = now() + interval '1 hour' WHERE id = $1",
      [copy.id],
    );
    const sitting = await opened(ann, copy.id);
    expect((await readSitting(ann, sitting))?.asked).toHaveLength(2);
  });
});

describe('a question of one’s own', () => {
  test('is asked in the class’s quiz, graded by its key, and by nobody anywhere else', async () => {
    const [ann, bob] = [await testPerson(), await testPerson()];
    const seen = await testClassSeen(zone, [ann]);
    const form = { 'prompt-en': 'How many desks?', 'explanation-en': `Counted, ${assessedMarker}.`, value: '31' };
    await writeQuestion(seen, 'numeric', testForm(form));
    const item = `class/${seen.classroom.id}/how-many-desks`;
    const id = await setQuiz(seen, quizForm({ item, tries: '1', feedback: 'after-due' }));
    const sitting = await opened(ann, id);
    const view = await readSitting(ann, sitting);
    const version = view?.asked?.[0]?.frozen.version ?? '';
    const answer = { id: randomUUID(), seq: 1, item, version, response: { text: '31', value: 31 } };
    const [inside, outside, stranger] = await Promise.all([
      submitAnswers(await session(ann), { answers: [{ ...answer, sitting }] }),
      submitAnswers(await session(ann), { answers: [{ ...answer, id: randomUUID() }] }),
      submitAnswers(await session(bob), { answers: [{ ...answer, id: randomUUID(), sitting }] }),
    ]);
    expect(inside).toMatchObject({ body: { results: [{ status: 'received' }] } });
    expect(JSON.stringify(inside)).not.toContain(assessedMarker);
    expect(outside).toMatchObject({ body: { results: [{ code: 'unknown-item' }] } });
    expect(stranger).toMatchObject({ body: { results: [{ code: 'unknown-sitting' }] } });
    await handIn(ann, sitting);
    const [standing] = await assignmentStandings((await findClassAssignment(seen.classroom.id, id)) ?? failed());
    expect(standing).toMatchObject({
      learnerId: ann,
      state: 'done',
      score: { earned: 1, credited: 1, possible: 1, waiting: 0 },
    });
    expect((await myAssignments(ann)).done).toMatchObject([{ score: { kind: 'later' } }]);
  });
});

/** As if it had been answered right in its lesson at this moment. */
async function answerRight(learnerId: string, local: string, at: Date): Promise<void> {
  const item = `${sittingLesson}/${local}`;
  await pool().query(
    `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, received_at)
     VALUES ($1, $2, $3, 'v', 1, 1, '{}', 1, 1, $4)`,
    [learnerId, randomUUID(), item, at],
  );
  await pool().query(
    'INSERT INTO item_state (learner_id, item, tries, best, last, last_at) VALUES ($1, $2, 1, 1, 1, $3)',
    [learnerId, item, at],
  );
}

function failed(): never {
  throw new Error('expected an assignment');
}
