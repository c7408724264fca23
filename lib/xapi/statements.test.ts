import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { itemVersion } from '@/lib/attempts/known-version';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import '@/lib/auth/test-visit';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { transaction } from '@/lib/db/transaction';
import { deadJobs } from '@/lib/jobs/dead-job-store';
import { jobHandler } from '@/lib/jobs/job';
import { workOnce } from '@/lib/jobs/work-jobs';
import { checksOf } from '@/lib/progress/progress';
import { activities } from '@/lib/xapi/activities';
import { answered, sat } from '@/lib/xapi/make-statements';
import { tellStatements } from '@/lib/xapi/record-store';
import { statementId } from '@/lib/xapi/statement-id';
import { sittingRun, statementsRun } from '@/lib/xapi/submit-statements';
import { TestRecordStore } from '@/lib/xapi/test-record-store';
import { brokenRules } from '@/lib/xapi/test-rules';
import { sittingJob, statementsJob } from '@/lib/xapi/xapi-jobs';
import { attemptsToTell, followAttempts } from '@/lib/xapi/xapi-store';

withTestDatabase();

let store: TestRecordStore;
beforeAll(async () => {
  // The first look at all that is taught takes a while.
  await curriculum();
  store = await new TestRecordStore().open();
});
afterAll(() => store.close());
beforeEach(async () => {
  store.statements.clear();
  store.batches.length = 0;
  store.failing = [];
  store.refuses.clear();
  await pool().query('DELETE FROM job');
  await pool().query('DELETE FROM told_until');
  await pool().query('DELETE FROM attempt');
  await followAttempts('xapi');
});

const later = new Date(Date.now() + 3_600_000);
const to = () => store.settings;
const handlers = [jobHandler(statementsJob, statementsRun(to)), jobHandler(sittingJob, sittingRun(to))];
const once = () => workOnce({ handlers, now: () => later, chance: () => 0 });
const work = async () => {
  for (let turns = 0; turns < 10 && (await once()) > 0; turns++);
};
const said = () => [...store.statements.values()];
const verbs = () =>
  said().map(({ verb }) =>
    String((verb as { id: string }).id)
      .split('/')
      .at(-1),
  );

async function person(name = 'Ann'): Promise<{ learnerId: string; sessionId: string }> {
  const [learnerId, sessionId] = [randomUUID(), randomUUID()];
  await pool().query('INSERT INTO learner (id, login, name) VALUES ($1, $2, $3)', [learnerId, `p${learnerId}`, name]);
  await pool().query("INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [
    learnerId,
    sessionId,
  ]);
  return { learnerId, sessionId };
}

/** Answers to the lesson's checks. */
async function answer(who: { learnerId: string; sessionId: string }, count: number, share = 1): Promise<void> {
  const lesson = (await curriculum()).paths.find(({ id }) => id === 'tcp-tls')?.lessons[0];
  const checks = lesson ? checksOf(lesson).slice(0, count) : [];
  for (const id of checks) {
    const item = lesson?.items.find((one) => one.id === id);
    if (!item) continue;
    await storeAttempts([
      {
        ...who,
        id: randomUUID(),
        item: id,
        version: itemVersion(item),
        keyRevision: 1,
        response: { secret: 'what was typed' },
        earned: share,
        possible: 1,
        detail: {},
        seq: 1,
        answeredAt: null,
      },
    ]);
  }
}

test('answers are told as statements that break no rule of the specification', async () => {
  const ann = await person();
  await answer(ann, 3);
  await followAttempts('xapi');
  await work();
  expect(verbs().filter((name) => name === 'answered')).toHaveLength(3);
  expect(said().flatMap(brokenRules)).toEqual([]);
  expect(said()[0]).toMatchObject({
    actor: { objectType: 'Agent', account: { homePage: expect.stringMatching(/^http/) } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    result: { score: { scaled: 1, raw: 1, min: 0, max: 1 }, success: true },
    context: {
      platform: 'Handrail',
      contextActivities: { parent: [{ definition: { type: 'http://adlnet.gov/expapi/activities/lesson' } }] },
    },
  });
});

test('nothing says who it was: no name, no login, no id of ours, and nothing that was typed', async () => {
  const ann = await person('Ann Example');
  await answer(ann, 2);
  await followAttempts('xapi');
  await work();
  const all = JSON.stringify(said());
  for (const secret of ['Ann Example', ann.learnerId, 'what was typed', 'mbox']) expect(all).not.toContain(secret);
  const actors = new Set(said().map(({ actor }) => JSON.stringify(actor)));
  expect(actors.size).toBe(1);
});

test('names are told only where it is set so, and never of who is in a class that hides them', async () => {
  const [ann, bob] = [await person('Ann'), await person('Bob')];
  for (const one of [ann, bob]) await answer(one, 1);
  const classId = randomUUID();
  await pool().query('INSERT INTO class (id, name, is_pseudonymous) VALUES ($1, $2, true)', [classId, 'C']);
  await pool().query('INSERT INTO enrolment (learner_id, class_id) VALUES ($1, $2)', [bob.learnerId, classId]);
  const { rows } = await pool().query('SELECT learner_id AS learner, id AS attempt FROM attempt');
  const names = async (withNames: boolean) => (await attemptsToTell(rows, withNames)).map(({ who }) => who.name).sort();
  expect(await names(true)).toEqual(['Ann', null]);
  expect(await names(false)).toEqual([null, null]);
});

test('a finished lesson is told once, however often it is answered afterwards', async () => {
  const ann = await person();
  await answer(ann, 100);
  await followAttempts('xapi');
  await work();
  const completed = verbs().filter((name) => name === 'completed').length;
  expect(completed).toBe(1);
  await answer(ann, 2);
  await followAttempts('xapi');
  await work();
  expect(verbs().filter((name) => name === 'completed')).toHaveLength(completed);
  expect(said().flatMap(brokenRules)).toEqual([]);
});

test('batches hold at most fifty statements', async () => {
  const ann = await person();
  for (let i = 0; i < 8; i++) await answer(ann, 100);
  const { rows } = await pool().query('SELECT count(*)::int FROM attempt');
  await followAttempts('xapi');
  await work();
  expect(verbs().filter((name) => name === 'answered')).toHaveLength(rows[0].count);
  expect(rows[0].count).toBeGreaterThan(50);
  expect(Math.max(...store.batches)).toBeLessThanOrEqual(50);
});

test('what commits late is not passed over, and nothing is taken up twice', async () => {
  const [ann, bob] = [await person(), await person()];
  const client = await pool().connect();
  await client.query('BEGIN');
  await client.query('SELECT pg_current_xact_id()');
  const copy = `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible) VALUES ($1, $2, 'tcp-tls/x/y', 'v', 1, 1, '{}', 1, 1)`;
  await client.query(copy, [bob.learnerId, randomUUID()]);
  await answer(ann, 2);
  expect(await followAttempts('xapi')).toBe(0);
  await client.query('COMMIT');
  client.release();
  expect(await followAttempts('xapi')).toBe(3);
  expect(await followAttempts('xapi')).toBe(0);
});

test('two processes that look at the same time take each answer once', async () => {
  await answer(await person(), 5);
  const taken = await Promise.all([followAttempts('xapi'), followAttempts('xapi'), followAttempts('xapi')]);
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(5);
});

test('a look that fails leaves watermark and jobs as they were', async () => {
  await answer(await person(), 2);
  const before = await pool().query('SELECT watermark FROM told_until');
  await transaction(async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('told until xapi'))");
    expect(await followAttempts('xapi')).toBe(0);
  });
  expect((await pool().query('SELECT watermark FROM told_until')).rows).toEqual(before.rows);
  expect(await followAttempts('xapi')).toBe(2);
});

test('of who was erased, or is a guest, nothing is told', async () => {
  const [ann, bob, guest] = [await person(), await person(), await person()];
  await pool().query('UPDATE learner SET login = NULL WHERE id = $1', [guest.learnerId]);
  for (const one of [ann, bob, guest]) await answer(one, 2);
  await followAttempts('xapi');
  await eraseLearner(ann.learnerId);
  await work();
  expect(new Set(said().map(({ actor }) => JSON.stringify(actor))).size).toBe(1);
  expect(verbs().filter((name) => name === 'answered')).toHaveLength(2);
  expect(
    (await pool().query('SELECT learner_id FROM told_statement WHERE learner_id = $1', [ann.learnerId])).rows,
  ).toEqual([]);
});

test.each([429, 503])(
  'a store that says %s is asked again when it wants to be, and has each statement once',
  async (status) => {
    await answer(await person(), 2);
    await followAttempts('xapi');
    store.failing = [{ status, headers: { 'retry-after': '120' } }];
    await once();
    const { rows } = await pool().query('SELECT due_at, last_error FROM job');
    expect(rows).toMatchObject([
      { due_at: new Date(later.getTime() + 120_000), last_error: `The record store answered HTTP ${status}.` },
    ]);
    await pool().query('UPDATE job SET due_at = now()');
    await work();
    expect(verbs().filter((name) => name === 'answered')).toHaveLength(2);
  },
);

test('after a failure that hid its success the same statements are told again, and are there once', async () => {
  await answer(await person(), 2);
  await followAttempts('xapi');
  const { rows } = await pool().query('SELECT payload FROM job');
  const run = statementsRun(to);
  const attempt = { id: 'x', payload: rows[0].payload, number: 1, isLast: false, signal: new AbortController().signal };
  await run(attempt);
  const before = said();
  await pool().query('DELETE FROM told_statement');
  await run(attempt);
  expect(said()).toEqual(before);
});

test('a statement that is there in other words does not stop the others', async () => {
  await answer(await person(), 3);
  await followAttempts('xapi');
  const { rows } = await pool().query('SELECT learner_id, id FROM attempt LIMIT 1');
  const id = statementId(`answered ${rows[0].learner_id} ${rows[0].id}`);
  store.statements.set(id, { id, other: 'words' });
  await work();
  expect(store.statements.size).toBeGreaterThanOrEqual(3);
  expect(await deadJobs(10)).toEqual([]);
});

test('one that the store does not take is named, and the others are told', async () => {
  await answer(await person(), 3);
  await followAttempts('xapi');
  const { rows } = await pool().query('SELECT learner_id, id FROM attempt LIMIT 1');
  const id = statementId(`answered ${rows[0].learner_id} ${rows[0].id}`);
  store.refuses.add(id);
  await work();
  expect(verbs().filter((name) => name === 'answered')).toHaveLength(2);
  expect(await deadJobs(10)).toMatchObject([{ lastError: expect.stringContaining(id) }]);
});

test('a store that hangs is left when the time of the try is over', async () => {
  store.failing = ['hang'];
  const over = AbortSignal.timeout(50);
  const about = activities('https://learn.example.org', await curriculum());
  const told = sat({ learnerId: randomUUID(), name: null }, sitting({}), {
    origin: 'https://learn.example.org',
    secret: 's',
    about,
  });
  await expect(tellStatements(store.settings, told, over)).rejects.toThrow();
});

const sitting = (more: object) => ({
  id: randomUUID(),
  kind: 'door',
  lesson: 'tcp-tls/x',
  assignmentId: null,
  openedAt: new Date(0),
  endedAt: new Date(1_000),
  withheld: false,
  earned: 3,
  possible: 3,
  waiting: false,
  ...more,
});

test('a run begins and ends; a door is passed or failed, everything else is completed', async () => {
  const world = {
    origin: 'https://learn.example.org',
    secret: 's',
    about: activities('https://learn.example.org', await curriculum()),
  };
  const who = { learnerId: randomUUID(), name: null };
  const told = (more: object) => sat(who, sitting(more), world).map(({ verb: { id } }) => id.split('/').at(-1));
  expect(told({})).toEqual(['initialized', 'passed', 'terminated']);
  expect(told({ earned: 2 })).toEqual(['initialized', 'failed', 'terminated']);
  expect(told({ kind: 'graded', assignmentId: randomUUID() })).toEqual(['initialized', 'completed', 'terminated']);
  expect(told({ endedAt: null })).toEqual(['initialized']);
  const hidden = sat(who, sitting({ kind: 'graded', withheld: true }), world);
  expect(hidden.every(({ result }) => result?.score === undefined)).toBe(true);
  for (const one of [...hidden, ...sat(who, sitting({}), world)]) expect(brokenRules(one)).toEqual([]);
});

test('any answer makes a statement that breaks no rule', async () => {
  const world = {
    origin: 'https://learn.example.org',
    secret: 's',
    about: activities('https://learn.example.org', await curriculum()),
  };
  const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
  const points = fc.double({ min: -5, max: 200, noNaN: true });
  fc.assert(
    fc.property(
      fc.record({
        id: fc.uuid(),
        item: fc.tuple(slug, slug, slug).map((parts) => parts.join('/')),
        receivedAt: fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
        earned: fc.option(points),
        possible: fc.double({ min: 0.01, max: 100, noNaN: true }),
        withheld: fc.boolean(),
        sittingId: fc.option(fc.uuid({ version: 4 })),
        assignmentId: fc.option(fc.uuid()),
      }),
      fc.record({ learnerId: fc.uuid(), name: fc.option(fc.string()) }),
      (attempt, who) => {
        expect(brokenRules(answered(who, attempt, world))).toEqual([]);
      },
    ),
  );
});

test('the judge finds what is wrong: each rule is seen to fail', async () => {
  const about = activities('https://learn.example.org', await curriculum());
  const world = { origin: 'https://learn.example.org', secret: 's', about };
  const attempt = {
    id: randomUUID(),
    item: 'tcp-tls/x/y',
    receivedAt: new Date(),
    earned: 1,
    possible: 2,
    withheld: false,
    sittingId: randomUUID(),
    assignmentId: null,
  };
  const good = answered({ learnerId: randomUUID(), name: 'Ann' }, attempt, world);
  expect(brokenRules(good)).toEqual([]);
  const { account } = good.actor;
  const wrong: [string, object][] = [
    ['2.4.1', { id: 'x' }],
    ['2.4.2', { actor: undefined }],
    ['2.2', { actor: null }],
    ['2.4.2.3', { actor: { objectType: 'Agent', name: 'Ann' } }],
    ['2.4.2.3', { actor: { ...good.actor, mbox: 'mailto:a@example.org' } }],
    ['2.4.2.4', { actor: { account: { homePage: account.homePage } } }],
    ['2.4.2.4', { actor: { account: { ...account, homePage: 'learn.example.org' } } }],
    ['2.4.3', { verb: { id: 'answered' } }],
    ['4.2', { verb: { ...good.verb, display: { 'not a language': 'x' } } }],
    ['2.4.4.1', { object: { id: 'no iri' } }],
    ['2.2', { object: { ...good.object, title: 'x' } }],
    ['2.4.5.1', { result: { score: { scaled: 1.1 } } }],
    ['2.4.5.1', { result: { score: { raw: 3, min: 0, max: 2 } } }],
    ['2.4.5', { result: { success: 'yes' } }],
    ['2.4.6', { context: { registration: 'x' } }],
    ['2.4.6.2', { context: { contextActivities: { parent: [] } } }],
    ['2.4.7', { timestamp: '2026-11-24 10:00' }],
    ['2.4.7', { timestamp: '2026-11-24T10:00:00-00:00' }],
    ['2.2', { extra: 1 }],
  ];
  for (const [section, change] of wrong)
    expect([section, brokenRules({ ...good, ...change }).map((one) => one.split(' ')[0])]).toEqual([
      section,
      expect.arrayContaining([section]),
    ]);
});

test('an id follows from its name alone, and is a UUID of version 5', () => {
  const id = statementId('answered a b');
  expect(id).toBe(statementId('answered a b'));
  expect(id).not.toBe(statementId('answered a c'));
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});
