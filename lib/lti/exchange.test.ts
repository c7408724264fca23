import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { itemVersion } from '@/lib/attempts/known-version';
import { readSession } from '@/lib/auth/session';
import { signUp } from '@/lib/auth/sign-up';
import { setArchived } from '@/lib/classes/change-class-store';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { jobHandler } from '@/lib/jobs/job';
import { workOnce } from '@/lib/jobs/work-jobs';
import { connectClass } from '@/lib/lti/connect-class';
import { enterLaunch, openedLaunch } from '@/lib/lti/open-launch';
import { lineItemJob, rosterJob, scoreJob } from '@/lib/lti/outside-jobs';
import { lookForScores } from '@/lib/lti/score-store';
import { lineItemRun } from '@/lib/lti/submit-line-item';
import { rosterRun } from '@/lib/lti/submit-roster';
import { scoreRun } from '@/lib/lti/submit-score';
import type { TestPlatform } from '@/lib/lti/test-platform';
import { assistantRoles, instructorRole, learnerRole, TestVisitor, testPlatform } from '@/lib/lti/test-tool';
import { checksOf } from '@/lib/progress/progress';

withTestDatabase();

let platform: TestPlatform;
let teacher: TestVisitor;
let ann: TestVisitor;
const opened: TestPlatform[] = [];
beforeEach(async () => {
  platform = await testPlatform();
  opened.push(platform);
  teacher = new TestVisitor(platform, { sub: 'teacher', name: 'Dr. Lin', roles: [instructorRole] });
  ann = new TestVisitor(platform, { sub: 'ann', name: 'Ann <b>', roles: [learnerRole] });
  await pool().query('DELETE FROM job');
});
afterAll(() => {
  for (const one of opened) one.close();
});

const later = new Date(Date.now() + 3_600_000);
const handlers = [
  jobHandler(rosterJob, rosterRun()),
  jobHandler(lineItemJob, lineItemRun()),
  jobHandler(scoreJob, scoreRun()),
];
/** Does what is due within the next hour. */
const work = async () => {
  while ((await workOnce({ handlers, now: () => later, chance: () => 0 })) > 0);
};
const one = async (sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows[0];
const learnerOf = async (sub: string) =>
  (
    await one('SELECT learner_id FROM external_account WHERE provider = $1 AND subject = $2', [
      `lti:${platform.issuer}`,
      sub,
    ])
  )?.learner_id as string;
const memberOf = async (sub: string) =>
  one('SELECT role, left_at, came_by FROM enrolment WHERE learner_id = $1', [await learnerOf(sub)]);
const rosterJobs = async () => (await one("SELECT count(*)::int FROM job WHERE kind = 'lti-roster'"))?.count as number;

/** The instructor's first launch makes the course a class. Returns the class. */
async function connected(): Promise<string> {
  const place = await teacher.launch();
  const ticket = place.split('/').at(-1) ?? '';
  expect(place).toBe(`/en/lti/${ticket}`);
  const launch = await openedLaunch(ticket, teacher.browser.visit);
  if (!launch) throw new Error('the launch is not open');
  const done = await connectClass(launch, 'new', 'Networks I', 'en');
  expect(done).toEqual({ kind: 'connected', address: '/en/paths/tcp-tls' });
  return (await one('SELECT class_id FROM lti_context WHERE title = $1 ORDER BY launched_at DESC', ['Networks I']))
    .class_id;
}

test('a learner is signed in by a launch, at the place of the link, with an account that is theirs from then on', async () => {
  expect(await ann.launch()).toBe('/en/paths/tcp-tls');
  const session = await readSession(ann.browser.visit.cookieHeader);
  expect(session).toMatchObject({ name: 'Ann <b>', role: 'learner', guest: false });
  expect(await ann.launch()).toBe('/en/paths/tcp-tls');
  expect((await readSession(ann.browser.visit.cookieHeader))?.learnerId).toBe(session?.learnerId);
  // Elsewhere she is the same, and no mail address was believed or kept.
  const phone = new TestVisitor(platform, ann.person);
  await phone.launch();
  expect((await readSession(phone.browser.visit.cookieHeader))?.learnerId).toBe(session?.learnerId);
  expect(await one('SELECT email, password_hash, role FROM learner WHERE id = $1', [session?.learnerId])).toEqual({
    email: null,
    password_hash: null,
    role: 'learner',
  });
});

test("the first launch of a course's instructor makes a class, and who comes after is in it", async () => {
  const classId = await connected();
  expect(await one('SELECT name, paths FROM class WHERE id = $1', [classId])).toEqual({
    name: 'Networks I',
    paths: ['tcp-tls'],
  });
  expect(await memberOf('teacher')).toMatchObject({ role: 'instructor' });
  expect((await one('SELECT role FROM learner WHERE id = $1', [await learnerOf('teacher')])).role).toBe('learner');
  await ann.launch();
  expect(await memberOf('ann')).toMatchObject({ role: 'learner', came_by: 'school' });
  const tom = new TestVisitor(platform, { sub: 'tom', roles: assistantRoles });
  await tom.launch();
  expect(await memberOf('tom')).toMatchObject({ role: 'assistant' });
  expect((await one('SELECT name FROM learner WHERE id = $1', [await learnerOf('tom')])).name).toMatch(
    /^Learner \S{5}$/,
  );
  // Once the platform tells a name, it is taken.
  await new TestVisitor(platform, { sub: 'tom', name: 'Tom', roles: assistantRoles }).launch();
  expect((await one('SELECT name FROM learner WHERE id = $1', [await learnerOf('tom')])).name).toBe('Tom');
  expect(
    await one("SELECT count(*)::int FROM audit_event WHERE action = 'lti-linked' AND class_id = $1", [classId]),
  ).toEqual({ count: 1 });
});

test('a learner who comes before the instructor reads what can be read, and is in no class', async () => {
  expect(await ann.launch()).toBe('/en/paths/tcp-tls');
  expect(await memberOf('ann')).toBeUndefined();
});

test('an administrator of the school is none here', async () => {
  const roles = [
    'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
    'http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin',
  ];
  await connected();
  const root = new TestVisitor(platform, { sub: 'root', roles });
  await root.launch();
  expect(await memberOf('root')).toMatchObject({ role: 'learner' });
  expect((await readSession(root.browser.visit.cookieHeader))?.role).toBe('learner');
});

test('a course is connected only with a class of its instructor, and only by them', async () => {
  const classId = await connected();
  const place = { ...platform.context };
  platform.context = { id: 'course-2', title: 'Networks II' };
  const other = new TestVisitor(platform, { sub: 'other', roles: [instructorRole] });
  const ticket = (await other.launch()).split('/').at(-1) ?? '';
  const launch = await openedLaunch(ticket, other.browser.visit);
  if (!launch) throw new Error('the launch is not open');
  for (const wanted of [classId, randomUUID(), 'new-ish', ''])
    expect(await connectClass(launch, wanted, '', 'en')).toEqual({ kind: 'not-yours' });
  expect(await connectClass(launch, 'new', '  ', 'en')).toEqual({ kind: 'name-missing' });
  // Somebody else's ticket is worth nothing, even to an instructor.
  const stolen = await openedLaunch(ticket, teacher.browser.visit);
  if (!stolen) throw new Error('the launch is not open');
  expect(await connectClass(stolen, classId, '', 'en')).toMatchObject({ kind: 'refused' });
  // The teacher of the first connects a second course with the same class.
  const again = (await teacher.launch()).split('/').at(-1) ?? '';
  const own = await openedLaunch(again, teacher.browser.visit);
  if (!own) throw new Error('the launch is not open');
  expect(await connectClass(own, classId, '', 'en')).toMatchObject({ kind: 'connected' });
  platform.context = place;
});

test('a window opens once; a second one is refused, and so is a ticket that was made up or is over', async () => {
  const { ticket } = await ann.post(await ann.begin());
  const thief = new TestVisitor(platform, { sub: 'thief', roles: [learnerRole] });
  expect(await ann.open(ticket)).toBe('/en/paths/tcp-tls');
  expect(await thief.open(ticket)).toContain('This window was opened before');
  expect(await thief.open('made-up')).toContain('This window was opened before');
  const { ticket: late } = await ann.post(await ann.begin());
  await pool().query("UPDATE lti_launch SET expires_at = now() - interval '1 second' WHERE used_at IS NULL");
  expect(await ann.open(late)).toContain('too late');
  expect(await readSession(thief.browser.visit.cookieHeader)).toBeNull();
});

test('a browser that kept no cookie in the frame is asked before anybody is signed in', async () => {
  ann.keepsNothingInFrames = true;
  const { ticket } = await ann.post(await ann.begin());
  expect(await ann.open(ticket)).toBe(`/en/lti/${ticket}`);
  expect(await readSession(ann.browser.visit.cookieHeader)).toBeNull();
  const launch = await openedLaunch(ticket, ann.browser.visit);
  if (!launch) throw new Error('the launch is not open');
  const entered = await enterLaunch(launch, 'school', ticket, ann.browser.visit, 'en');
  if (entered.kind === 'refused') throw new Error(entered.why);
  ann.browser.keep(entered.cookies);
  expect(await readSession(ann.browser.visit.cookieHeader)).toMatchObject({ name: 'Ann <b>' });
});

test("another account in the browser is asked about: it stays itself, or is connected with the school's for good", async () => {
  const made = await signUp(
    { login: `bea${randomUUID().slice(0, 8)}`, password: 'correct horse battery', forgetOnLeave: false },
    ann.browser.visit,
  );
  if (made.kind !== 'entered') throw new Error(made.kind);
  ann.browser.keep(made.entry.cookies);
  const bea = made.entry.session.learnerId;
  const { ticket } = await ann.post(await ann.begin());
  expect(await ann.open(ticket)).toBe(`/en/lti/${ticket}`);
  const launch = await openedLaunch(ticket, ann.browser.visit);
  if (!launch) throw new Error('the launch is not open');
  expect(launch.ownerId).toBeNull();
  expect(await enterLaunch(launch, 'mine', ticket, ann.browser.visit, 'en')).toMatchObject({
    kind: 'entered',
    cookies: [],
  });
  expect(await learnerOf('ann')).toBe(bea);
  // From now on a launch leads straight in, whoever is signed in as them.
  expect(await ann.launch()).toBe('/en/paths/tcp-tls');
  // Connected once, no other account can take it.
  const carl = new TestVisitor(platform, ann.person);
  const other = await signUp(
    { login: `carl${randomUUID().slice(0, 8)}`, password: 'correct horse battery', forgetOnLeave: false },
    carl.browser.visit,
  );
  if (other.kind !== 'entered') throw new Error(other.kind);
  carl.browser.keep(other.entry.cookies);
  const second = (await carl.post(await carl.begin())).ticket;
  const asked = await openedLaunch(second, carl.browser.visit);
  if (!asked) throw new Error('the launch is not open');
  const entered = await enterLaunch(asked, 'mine', second, carl.browser.visit, 'en');
  if (entered.kind === 'refused') throw new Error(entered.why);
  carl.browser.keep(entered.cookies);
  expect((await readSession(carl.browser.visit.cookieHeader))?.learnerId).toBe(bea);
});

test("a guest's answers wait for the question whose they are, as at any sign-in", async () => {
  const { ensureGuest } = await import('@/lib/auth/ensure-guest');
  const guest = await ensureGuest(ann.browser.visit.cookieHeader, 'x');
  ann.browser.keepHeader(guest.setCookie ?? null);
  await answerItem(guest.session.learnerId, 1);
  expect(await ann.launch()).toBe('/en/account/answers?callbackUrl=%2Fen%2Fpaths%2Ftcp-tls');
});

test('who is shut out is not let in by their school', async () => {
  await ann.launch();
  await pool().query('UPDATE learner SET suspended_at = now() WHERE id = $1', [await learnerOf('ann')]);
  const again = new TestVisitor(platform, ann.person);
  expect(await again.launch()).toContain('shut out');
});

test('the roster is followed, page by page: who is new comes, who is gone has left and is not erased', async () => {
  const classId = await connected();
  for (let i = 0; i < 5; i++) platform.people.set(`p${i}`, { sub: `p${i}`, name: `P ${i}`, roles: [learnerRole] });
  platform.people.set('away', { sub: 'away', name: 'Away', roles: [learnerRole], status: 'Inactive' });
  await teacher.launch();
  expect(await rosterJobs()).toBe(1);
  await work();
  const here = async () =>
    (
      await pool().query(
        'SELECT l.name FROM enrolment e JOIN learner l ON l.id = e.learner_id WHERE e.class_id = $1 AND e.left_at IS NULL ORDER BY 1',
        [classId],
      )
    ).rows.map(({ name }) => name);
  expect(await here()).toEqual(['Ann <b>', 'Dr. Lin', 'P 0', 'P 1', 'P 2', 'P 3', 'P 4']);
  const gone = await learnerOf('p3');
  platform.people.delete('p3');
  platform.people.set('p1', { sub: 'p1', roles: [learnerRole], status: 'Deleted' });
  const byCode = (
    await one('INSERT INTO learner (id, login, name) VALUES ($1, $2, $3) RETURNING id', [
      randomUUID(),
      `z${randomUUID()}`,
      'Zoe',
    ])
  ).id;
  await pool().query("INSERT INTO enrolment (learner_id, class_id, came_by) VALUES ($1, $2, 'code')", [
    byCode,
    classId,
  ]);
  await teacher.launch();
  await work();
  expect(await here()).toEqual(['Ann <b>', 'Dr. Lin', 'P 0', 'P 2', 'P 4', 'Zoe']);
  expect(await one('SELECT name FROM learner WHERE id = $1', [gone])).toEqual({ name: 'P 3' });
  platform.people.set('p3', { sub: 'p3', roles: assistantRoles });
  await teacher.launch();
  await work();
  expect(await memberOf('p3')).toMatchObject({ left_at: null, role: 'assistant' });
});

test('a platform that fails half-way through its roster throws nobody out, and is asked again', async () => {
  const classId = await connected();
  for (let i = 0; i < 5; i++) platform.people.set(`p${i}`, { sub: `p${i}`, roles: [learnerRole] });
  await teacher.launch();
  await work();
  await teacher.launch();
  platform.pageSize = 1;
  platform.failing = [{ status: 401 }, { status: 500 }];
  await workOnce({ handlers, now: () => later, chance: () => 0 });
  expect(
    (await one('SELECT count(*)::int FROM enrolment WHERE class_id = $1 AND left_at IS NOT NULL', [classId])).count,
  ).toBe(0);
  expect(await one("SELECT last_error FROM job WHERE kind = 'lti-roster'")).toMatchObject({
    last_error: expect.stringContaining('HTTP 500'),
  });
});

test('a class that is put away is left as it is', async () => {
  const classId = await connected();
  await setArchived(classId, true, { name: 'test' });
  await ann.launch();
  expect(await memberOf('ann')).toBeUndefined();
  await teacher.launch();
  await work();
  expect(await memberOf('ann')).toBeUndefined();
});

/** A right answer to the `at`-th check of the first lesson. */
async function answerItem(learnerId: string, at: number): Promise<void> {
  const { paths } = await curriculum();
  const lesson = paths.find(({ id }) => id === 'tcp-tls')?.lessons[0];
  const check = lesson && checksOf(lesson)[at - 1];
  const item = lesson?.items.find(({ id }) => id === check);
  if (!item) throw new Error('the lesson has no such check');
  const sessionId = randomUUID();
  await pool().query("INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [
    learnerId,
    sessionId,
  ]);
  await storeAttempts([
    {
      learnerId,
      sessionId,
      id: randomUUID(),
      item: item.id,
      version: itemVersion(item),
      keyRevision: 1,
      response: {},
      earned: 1,
      possible: 1,
      detail: {},
      seq: 1,
      answeredAt: null,
    },
  ]);
}

test('scores go to a column that is found or made once, as the work stands, each later than the one before', async () => {
  await connected();
  const { paths } = await curriculum();
  const lesson = paths.find(({ id }) => id === 'tcp-tls')?.lessons[0];
  if (!lesson) throw new Error('there is no lesson');
  platform.link = { id: 'link-lesson', title: 'First lesson' };
  platform.target = `http://localhost:3000/en/learn/tcp-tls/${lesson.slug}`;
  expect(await ann.launch()).toBe(`/en/learn/tcp-tls/${lesson.slug}`);
  // Another who launches at the same time does not make another column.
  await new TestVisitor(platform, { sub: 'bob', roles: [learnerRole] }).launch();
  await Promise.all([lookForScores(), lookForScores()]);
  await work();
  expect(platform.lineItems).toMatchObject([
    {
      label: 'First lesson',
      scoreMaximum: 100,
      resourceLinkId: 'link-lesson',
      resourceId: `lesson:tcp-tls/${lesson.slug}`,
    },
  ]);
  await lookForScores();
  await work();
  expect(platform.scores).toEqual([]);
  const learner = await learnerOf('ann');
  await answerItem(learner, 1);
  expect(await lookForScores()).toBeGreaterThan(0);
  await work();
  const checks = checksOf(lesson).length;
  const [first] = platform.scores;
  expect(first).toMatchObject({
    userId: 'ann',
    scoreMaximum: 100,
    activityProgress: 'InProgress',
    gradingProgress: 'FullyGraded',
  });
  expect(first?.scoreGiven).toBeCloseTo(100 / checks, 1);
  expect(first?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  // Nothing new: nothing is told.
  await lookForScores();
  await work();
  expect(platform.scores).toHaveLength(1);
  await answerItem(learner, 2);
  await lookForScores();
  await work();
  expect(platform.scores).toHaveLength(2);
  expect((platform.scores[1]?.timestamp ?? '') > (first?.timestamp ?? '')).toBe(true);
  expect(platform.lineItems).toHaveLength(1);
  // One token for columns, one for scores and one for the roster, whatever was sent.
  expect(platform.tokensGiven).toBeLessThanOrEqual(3);
});

test('a score is told again after a platform failed, refused the token or told us to wait', async () => {
  await connected();
  const lesson = (await curriculum()).paths.find(({ id }) => id === 'tcp-tls')?.lessons[0];
  platform.target = `http://localhost:3000/en/learn/tcp-tls/${lesson?.slug}`;
  await ann.launch();
  await lookForScores();
  await work();
  await answerItem(await learnerOf('ann'), 1);
  await lookForScores();
  platform.failing = [{ status: 503, headers: { 'retry-after': '7200' } }];
  await workOnce({ handlers, now: () => later, chance: () => 0 });
  expect(platform.scores).toEqual([]);
  const job = await one("SELECT due_at, last_error FROM job WHERE kind = 'lti-score'");
  expect(job.due_at.getTime() - later.getTime()).toBe(7_200_000);
  platform.revokeTokens();
  await pool().query('UPDATE job SET due_at = now()');
  await work();
  expect(platform.scores).toHaveLength(1);
  // A column that somebody has removed is made again.
  platform.lineItems = [];
  await answerItem(await learnerOf('ann'), 2);
  await lookForScores();
  await workOnce({ handlers, now: () => later, chance: () => 0 });
  await lookForScores();
  await work();
  await pool().query('UPDATE job SET due_at = now()');
  await work();
  expect(platform.lineItems).toHaveLength(1);
  expect(platform.scores).toHaveLength(2);
});

test('nothing is told of who has left or was erased', async () => {
  const classId = await connected();
  const lesson = (await curriculum()).paths.find(({ id }) => id === 'tcp-tls')?.lessons[0];
  platform.target = `http://localhost:3000/en/learn/tcp-tls/${lesson?.slug}`;
  await ann.launch();
  await lookForScores();
  await work();
  const learner = await learnerOf('ann');
  await answerItem(learner, 1);
  await pool().query('UPDATE enrolment SET left_at = now() WHERE class_id = $1 AND learner_id = $2', [
    classId,
    learner,
  ]);
  await lookForScores();
  await work();
  expect(platform.scores).toEqual([]);
  const { eraseLearner } = await import('@/lib/auth/erase-learner-store');
  await eraseLearner(learner);
  for (const table of ['lti_score', 'lti_member', 'lti_launch', 'external_account'])
    expect([table, (await one(`SELECT count(*)::int FROM ${table} WHERE learner_id = $1`, [learner])).count]).toEqual([
      table,
      0,
    ]);
});

test('a person’s decision about an assignment or lesson is what is told', async () => {
  const classId = await connected();
  const lesson = (await curriculum()).paths.find(({ id }) => id === 'tcp-tls')?.lessons[0];
  platform.target = `http://localhost:3000/en/learn/tcp-tls/${lesson?.slug}`;
  await ann.launch();
  await lookForScores();
  await work();
  const [learner, by] = [await learnerOf('ann'), await learnerOf('teacher')];
  await pool().query(
    `INSERT INTO grade_override (learner_id, class_id, grade_column, revision, kind, share, reason, decided_by) VALUES ($1, $2, $3, 1, 'given', 0.8, 'oral', $4)`,
    [learner, classId, `lesson:${lesson?.id}`, by],
  );
  await lookForScores();
  await work();
  expect(platform.scores).toMatchObject([
    { scoreGiven: 80, activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
  ]);
});

test('links are chosen in the frame and go back signed, as the platform can verify', async () => {
  const { html, ticket, status } = await teacher.post(await teacher.begin('deep'));
  expect(status).toBe(200);
  expect(html).toContain('value="path:tcp-tls"');
  const none = await teacher.choose(ticket, []);
  expect(await none.text()).toContain('Nothing was chosen');
  expect(await (await teacher.choose(ticket, ['path:made-up', 'assignment:x'])).text()).toContain('Nothing was chosen');
  const lesson = (await curriculum()).paths.find(({ id }) => id === 'tcp-tls')?.lessons[0];
  const back = await teacher.choose(ticket, ['path:tcp-tls', `lesson:${lesson?.id}`]);
  const page = await back.text();
  expect(back.headers.get('content-security-policy')).toContain(`form-action 'self' ${platform.origin}`);
  const [, action = '', jwt = ''] =
    /action="([^"]+)">\s*<input type="hidden" name="JWT" value="([^"]+)"/.exec(page) ?? [];
  expect(action).toBe(`${platform.origin}/deep-link-return`);
  await fetch(action, { method: 'POST', body: new URLSearchParams({ JWT: jwt }) });
  const [answer] = platform.chosen;
  expect(answer).toMatchObject({
    iss: platform.clientId,
    aud: [platform.issuer],
    'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingResponse',
    'https://purl.imsglobal.org/spec/lti/claim/version': '1.3.0',
    'https://purl.imsglobal.org/spec/lti/claim/deployment_id': platform.deploymentId,
    'https://purl.imsglobal.org/spec/lti-dl/claim/data': 'opaque: keep me',
  });
  const items = answer?.['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'];
  expect(items).toMatchObject([
    {
      type: 'ltiResourceLink',
      url: 'http://localhost:3000/en/paths/tcp-tls',
      custom: { target: 'path:tcp-tls' },
      lineItem: { scoreMaximum: 100 },
    },
    { type: 'ltiResourceLink', custom: { target: `lesson:${lesson?.id}` } },
  ]);
  // Once is enough.
  expect(await (await teacher.choose(ticket, ['path:tcp-tls'])).text()).toContain('This window was opened before');
  // What was chosen is where its launch leads, by the parameter that the platform keeps with the link.
  platform.custom = { target: `lesson:${lesson?.id}` };
  expect(await ann.launch()).toBe(`/en/learn/${lesson?.id}`);
});

test('learners do not choose links', async () => {
  const { status, html } = await ann.post(await ann.begin('deep'));
  expect(status).toBe(403);
  expect(html).toContain('chosen by those who teach');
});
