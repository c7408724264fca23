import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClassRole } from '@/lib/access/class-access';
import { assessedMarker, sittingFiles } from '@/lib/attempts/test-sitting-content';
import type { SessionClaims } from '@/lib/auth/session-token';
import { classFor } from '@/lib/classes/class-for';
import { writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { readLearnerRoom } from '@/lib/live/read-learner-room';
import { StaffRoom } from '@/lib/live/read-staff-room';
import { actInRoom, askClass } from '@/lib/live/submit-room';
import { submitVote } from '@/lib/live/submit-vote';

withTestDatabase();

const item = 'ports/numbers/https';
let folder: string;

beforeAll(async () => {
  folder = await writeContent(sittingFiles);
  process.env.CONTENT_DIRS = folder;
});
afterAll(() => rm(folder, { recursive: true }));

async function member(classId: string, role: ClassRole): Promise<SessionClaims> {
  const claims = {
    learnerId: randomUUID(),
    sessionId: randomUUID(),
    guest: false,
    role: 'learner',
    name: 'Ann',
  } as const;
  await pool().query('INSERT INTO learner (id, name, login) VALUES ($1, $2, $3)', [
    claims.learnerId,
    'Ann',
    claims.learnerId,
  ]);
  await pool().query("INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [
    claims.learnerId,
    claims.sessionId,
  ]);
  await pool().query('INSERT INTO enrolment (learner_id, class_id, role) VALUES ($1, $2, $3::"ClassRole")', [
    claims.learnerId,
    classId,
    role,
  ]);
  return claims;
}

/** An open room with a question before the class. */
async function askedRoom(of = item) {
  const classId = randomUUID();
  await pool().query("INSERT INTO class (id, name) VALUES ($1, 'Ports')", [classId]);
  const mara = await member(classId, 'instructor');
  const acting = await classFor(mara, classId, 'run:room');
  if (!acting) throw new Error('expected staff');
  await actInRoom(acting, { kind: 'open' });
  const isAsked = await askClass(acting, of);
  return { classId, acting, isAsked, ann: await member(classId, 'learner'), ben: await member(classId, 'learner') };
}

/** The letters of the two options, and the round that is open. */
async function seenBy({ learnerId }: SessionClaims, classId: string) {
  const { asked } = await readLearnerRoom(learnerId, classId);
  if (!asked?.round || asked.question.kind !== 'single-choice') throw new Error('expected an open round');
  const letterOf = (text: string) =>
    asked.question.kind === 'single-choice' && asked.question.options.find((one) => one.text.en === text)?.letter;
  return { round: asked.round.id, right: { choice: letterOf('443') }, wrong: { choice: letterOf('80') } };
}

async function counts(classId: string) {
  const { room } = await new StaffRoom(classId).readAll();
  return room.asked?.rounds.map(({ tally }) => Object.fromEntries(tally.bars.map(({ key, count }) => [key, count])));
}

const attemptsOf = async ({ learnerId }: SessionClaims) =>
  (await pool().query('SELECT earned FROM attempt WHERE learner_id = $1 ORDER BY ordinal', [learnerId])).rows;

describe('a vote', () => {
  test('is a practice attempt, stored and graded like any other, and counts once a learner: the last one', async () => {
    const { classId, ann, ben } = await askedRoom();
    const { round, right, wrong } = await seenBy(ann, classId);
    expect(await submitVote(ann, classId, { round, response: wrong })).toEqual({ kind: 'voted' });
    expect(await submitVote(ann, classId, { round, response: wrong })).toEqual({ kind: 'voted' });
    expect(await submitVote(ann, classId, { round, response: right })).toEqual({ kind: 'voted' });
    expect(await submitVote(ben, classId, { round, response: wrong })).toEqual({ kind: 'voted' });
    expect(await counts(classId)).toEqual([{ http: 1, https: 1 }]);
    expect(await attemptsOf(ann)).toEqual([{ earned: 0 }, { earned: 1 }]);
  });

  test('many at once are one', async () => {
    const { classId, ann } = await askedRoom();
    const { round, right } = await seenBy(ann, classId);
    await Promise.all(Array.from({ length: 8 }, () => submitVote(ann, classId, { round, response: right })));
    expect(await counts(classId)).toEqual([{ http: 0, https: 1 }]);
    expect(await attemptsOf(ann)).toEqual([{ earned: 1 }]);
  });

  test('in a second round stands beside the first', async () => {
    const { classId, acting, ann } = await askedRoom();
    const first = await seenBy(ann, classId);
    await submitVote(ann, classId, { round: first.round, response: first.wrong });
    await actInRoom(acting, { kind: 'end-vote' });
    expect(await submitVote(ann, classId, { round: first.round, response: first.right })).toEqual({ kind: 'over' });
    await actInRoom(acting, { kind: 'vote-again' });
    const second = await seenBy(ann, classId);
    expect(await submitVote(ann, classId, { round: first.round, response: first.right })).toEqual({ kind: 'over' });
    await submitVote(ann, classId, { round: second.round, response: second.right });
    expect(await counts(classId)).toEqual([
      { http: 1, https: 0 },
      { http: 0, https: 1 },
    ]);
  });

  test('that is not finished or not readable is told as that, and counts for nothing', async () => {
    const { classId, ann } = await askedRoom();
    const { round } = await seenBy(ann, classId);
    expect(await submitVote(ann, classId, { round, response: { choice: '' } })).toEqual({
      kind: 'incomplete',
      missing: 'choice',
    });
    for (const response of [{ choice: 'zz' }, null, 'a', { choice: ['a'] }])
      expect((await submitVote(ann, classId, { round, response })).kind).toBe('rejected');
    expect(await submitVote(ann, classId, { round: 'no uuid', response: { choice: 'a' } })).toEqual({ kind: 'over' });
    expect(await counts(classId)).toEqual([{ http: 0, https: 0 }]);
  });

  test('of who has left the class counts no more', async () => {
    const { classId, ann } = await askedRoom();
    const { round, right } = await seenBy(ann, classId);
    await submitVote(ann, classId, { round, response: right });
    await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1', [ann.learnerId]);
    expect(await counts(classId)).toEqual([{ http: 0, https: 0 }]);
  });
});

describe('a learner’s room', () => {
  test('says nothing of right and wrong, of others, or of how the class votes before it is shown', async () => {
    const { classId, acting, ann, ben } = await askedRoom();
    const { round, right, wrong } = await seenBy(ann, classId);
    await submitVote(ann, classId, { round, response: wrong });
    await submitVote(ben, classId, { round, response: right });
    for (const step of ['none', 'end-vote'] as const) {
      if (step !== 'none') await actInRoom(acting, { kind: step });
      const told = JSON.stringify(await readLearnerRoom(ann.learnerId, classId));
      expect(told).not.toMatch(/isRight|IANA|That is HTTP|share|count|"earned"/);
      expect(told).not.toContain(ben.learnerId);
    }
    await actInRoom(acting, { kind: 'reveal' });
    const shown = await readLearnerRoom(ann.learnerId, classId);
    expect(shown.asked?.tallies).toMatchObject([{ n: 2, right: 1 }]);
    expect(shown.asked?.own).toEqual([['http']]);
    expect(JSON.stringify(shown)).not.toContain(ben.learnerId);
  });

  test('is closed until it is opened', async () => {
    const classId = randomUUID();
    await pool().query("INSERT INTO class (id, name) VALUES ($1, 'Ports')", [classId]);
    const ann = await member(classId, 'learner');
    expect(await readLearnerRoom(ann.learnerId, classId)).toMatchObject({
      seq: 0,
      isOpen: false,
      asked: null,
      lab: null,
    });
  });
});

describe('what may be put to a class', () => {
  test('is no question that waits for an exam, and none that never was', async () => {
    const { classId, acting, isAsked } = await askedRoom('ports/numbers/exam-ssh');
    expect(isAsked).toBe(false);
    expect(await askClass(acting, 'ports/numbers/nothing')).toBe(false);
    expect(JSON.stringify(await new StaffRoom(classId).readAll())).not.toContain(assessedMarker);
  });
});
