import { expect, test } from 'vitest';
import { changeCode, setArchived, setJoinRules } from '@/lib/classes/change-class-store';
import { findClassToJoin, joinClass, joinRequests, letIn, turnAway, withdrawRequest } from '@/lib/classes/join-store';
import { countRoster } from '@/lib/classes/roster-store';
import { lookUpCode, submitJoin } from '@/lib/classes/submit-join';
import { actionsIn, type TestPerson, testPerson, testTaughtClass } from '@/lib/classes/test-people-store';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

const who = ({ id }: TestPerson, guest = false) => ({ learnerId: id, role: 'learner' as const, guest });
const open = { expiresAt: null, cap: null, approves: false };
const address = '192.0.2.1';

test('who types the code is told of the class and its instructors, and is in it by one press', async () => {
  const { classroom, code } = await testTaughtClass();
  const ada = await testPerson('Ada');
  expect(await lookUpCode(who(ada), code.toLowerCase(), address)).toMatchObject({
    classroom: { name: classroom.name },
    instructors: ['Mara'],
    standing: 'open',
    role: null,
  });
  expect(await submitJoin(who(ada), ` ${code.slice(0, 4)}-${code.slice(4)} `, address)).toMatchObject({
    kind: 'joined',
  });
  expect(await submitJoin(who(ada), code, address)).toMatchObject({ kind: 'already' });
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 1 });
});

test('a guest is told nothing and joins nothing', async () => {
  const { code } = await testTaughtClass();
  const ada = await testPerson('Ada');
  expect(await lookUpCode(who(ada, true), code, address)).toBe('unknown');
  expect(await submitJoin(who(ada, true), code, address)).toEqual({ kind: 'unknown' });
});

test('archived, expired, taken away or never given: one answer', async () => {
  const ada = await testPerson('Ada');
  const archived = await testTaughtClass();
  await setArchived(archived.classroom.id, true, archived.mara);
  const expired = await testTaughtClass();
  await setJoinRules(expired.classroom.id, { ...open, expiresAt: new Date(Date.now() - 1) }, expired.mara);
  const rotated = await testTaughtClass();
  await changeCode(rotated.classroom.id, 'none', rotated.mara);
  for (const code of [archived.code, expired.code, rotated.code, 'ABCDEFGH']) {
    expect(await findClassToJoin(ada.id, code)).toBeUndefined();
    expect(await joinClass(ada.id, code)).toEqual({ kind: 'unknown' });
  }
});

test('the last place is given once', async () => {
  const { mara, classroom, code } = await testTaughtClass();
  await setJoinRules(classroom.id, { ...open, cap: 3 }, mara);
  const people = await Promise.all(Array.from({ length: 8 }, (_, n) => testPerson(`P${n}`)));
  const joined = await Promise.all(people.map(({ id }) => joinClass(id, code)));
  expect(joined.filter(({ kind }) => kind === 'joined')).toHaveLength(3);
  expect(joined.filter(({ kind }) => kind === 'full')).toHaveLength(5);
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 3 });
});

test('where one is let in by hand, one waits, is let in or turned away, or takes it back', async () => {
  const { mara, classroom, code } = await testTaughtClass();
  await setJoinRules(classroom.id, { ...open, approves: true }, mara);
  const people = await Promise.all(['Ada', 'Bob', 'Eve'].map((name) => testPerson(name)));
  const [ada, bob, eve] = people.map(({ id }) => id);
  for (const { id } of people) expect(await joinClass(id, code)).toMatchObject({ kind: 'asked' });
  expect(await joinClass(ada ?? '', code)).toMatchObject({ kind: 'asked' });
  expect((await joinRequests(classroom.id)).map(({ name }) => name)).toEqual(['Ada', 'Bob', 'Eve']);
  await withdrawRequest(eve ?? '', classroom.id);
  expect(await letIn(classroom.id, [ada ?? '', eve ?? ''], mara)).toBe(1);
  expect(await turnAway(classroom.id, [bob ?? ''], mara)).toBe(1);
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 1, requests: 0 });
  expect(await actionsIn(classroom.id)).toEqual([
    'class-made',
    'class-changed',
    'learner-let-in',
    'learner-turned-away',
  ]);
});

test('nobody waits by a name where names are hidden', async () => {
  const { mara, classroom, code } = await testTaughtClass({ isPseudonymous: true });
  await setJoinRules(classroom.id, { ...open, approves: true }, mara);
  await joinClass((await testPerson('Ada')).id, code);
  expect(JSON.stringify(await joinRequests(classroom.id))).not.toContain('Ada');
});

test('guessing is stopped after twenty codes, also for who has a code of their own to wipe the slate with', async () => {
  const { code } = await testTaughtClass();
  const eve = await testPerson('Eve');
  const looks: unknown[] = [];
  for (let n = 0; n < 22; n++) looks.push(await lookUpCode(who(eve), n % 5 === 0 ? code : 'ZZZZZZZZ', address));
  expect(looks.slice(0, 20)).not.toContain('limited');
  expect(looks.slice(20)).toEqual(['limited', 'limited']);
  expect(await submitJoin(who(eve), code, address)).toEqual({ kind: 'limited' });
  // Another learner behind the same address is not kept out.
  expect(await submitJoin(who(await testPerson('Ada')), code, address)).toMatchObject({ kind: 'joined' });
});
