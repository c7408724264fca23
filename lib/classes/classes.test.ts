import { expect, test } from 'vitest';
import { setName } from '@/lib/auth/learner-store';
import { changeClass, changeCode, eraseClass, setArchived } from '@/lib/classes/change-class-store';
import { leaveClass, removeMembers, renameGroup, setClassRole, setGroup } from '@/lib/classes/change-roster-store';
import { classFor } from '@/lib/classes/class-for';
import { copyClass } from '@/lib/classes/copy-class-store';
import { displayName } from '@/lib/classes/display-name';
import { enrol } from '@/lib/classes/enrol-store';
import { staffOf, taughtClasses } from '@/lib/classes/my-classes-store';
import { countRoster, membersAmong, type RosterAsked, rosterPage } from '@/lib/classes/roster-store';
import {
  actionsIn,
  classroomOf,
  type TestPerson,
  testPerson,
  testPlan,
  testTaughtClass,
} from '@/lib/classes/test-people-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { transaction } from '@/lib/db/transaction';

withTestDatabase();

const enter = (classId: string, people: readonly TestPerson[], role: 'learner' | 'assistant' = 'learner') =>
  transaction((client) =>
    enrol(
      client,
      classId,
      people.map(({ id }) => ({ learnerId: id, role })),
      'staff',
    ),
  );
const namesIn = async (classId: string, asked: RosterAsked = {}) =>
  (await rosterPage(classId, asked, 100)).map((member) => displayName(member, 'en'));

test('a class has its maker as instructor, a code, and a line in the audit trail', async () => {
  const { mara, classroom } = await testTaughtClass();
  expect(classroom).toMatchObject({
    name: testPlan.name,
    timeZone: 'Europe/Berlin',
    join: { code: expect.stringMatching(/^[A-Z2-9]{8}$/) },
  });
  expect(await taughtClasses(mara.id)).toMatchObject([{ id: classroom.id, role: 'instructor', learners: 0 }]);
  expect(await actionsIn(classroom.id)).toEqual(['class-made']);
});

test('who is not staff of the class is told as if there were none', async () => {
  const { classroom } = await testTaughtClass();
  const other = await testTaughtClass();
  const ada = await testPerson('Ada');
  await enter(classroom.id, [ada]);
  const who = (person: TestPerson, role: 'learner' | 'instructor' = 'learner') => ({
    learnerId: person.id,
    role,
    guest: false,
  });
  for (const id of [classroom.id, crypto.randomUUID(), 'nonsense', `${classroom.id}'`]) {
    expect(await classFor(who(ada), id, 'view:class')).toBeUndefined();
    expect(await classFor(who(other.mara, 'instructor'), id, 'view:class')).toBeUndefined();
    expect(await classFor(null, id, 'view:class')).toBeUndefined();
  }
  expect(await classFor(who(ada), classroom.id, 'attend:class')).toBeDefined();
});

test('the roster is read in the order of names, page by page, and found by a piece of a name', async () => {
  const { classroom } = await testTaughtClass();
  const people = await Promise.all(['Zoë', 'ada', 'Bob', 'Eve_1', 'Eve 1', 'Émile'].map((name) => testPerson(name)));
  await enter(classroom.id, people);
  const all = await namesIn(classroom.id);
  expect(all).toEqual(['ada', 'Bob', 'Eve 1', 'Eve_1', 'Mara', 'Zoë', 'Émile']);
  const paged: string[] = [];
  for (let after: RosterAsked['after']; ; ) {
    const page = await rosterPage(classroom.id, after ? { after } : {}, 2);
    if (page.length === 0) break;
    paged.push(...page.map((member) => displayName(member, 'en')));
    after = page.at(-1);
  }
  expect(paged).toEqual(all);
  expect(await namesIn(classroom.id, { search: 'eve_' })).toEqual(['Eve_1']);
  expect(await namesIn(classroom.id, { search: 'É' })).toEqual(['Émile']);
  expect(await namesIn(classroom.id, { role: 'instructor' })).toEqual(['Mara']);
  await setName(people[0]?.id ?? '', 'Aaron');
  expect((await namesIn(classroom.id))[0]).toBe('Aaron');
});

test('where names are hidden, no byte of a learner’s name is given to staff, and who comes back is called as before', async () => {
  const { mara, classroom } = await testTaughtClass();
  const ada = await testPerson('Ada Lovelace', { email: 'ada@secret.example' });
  await enter(classroom.id, [ada]);
  await changeClass(classroom, { ...testPlan, isPseudonymous: true }, mara);
  const roster = await rosterPage(classroom.id, {}, 10);
  expect(JSON.stringify(roster)).not.toMatch(/ada|lovelace|secret/i);
  expect(JSON.stringify(roster)).toContain('Mara');
  const [before] = await namesIn(classroom.id, { role: 'learner' });
  expect(before).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d+$/);
  expect(await namesIn(classroom.id, { search: 'lovelace' })).toEqual([]);
  expect(await namesIn(classroom.id, { search: (before ?? '').slice(2, -1) })).toEqual([before]);
  await setName(ada.id, 'Ada King');
  expect(await namesIn(classroom.id, { search: 'king' })).toEqual([]);
  await removeMembers({ classId: classroom.id, learnerIds: [ada.id], actor: mara });
  await enter(classroom.id, [ada]);
  expect(await namesIn(classroom.id, { role: 'learner' })).toEqual([before]);
  await changeClass(await classroomOf(classroom.id), testPlan, mara);
  expect(await namesIn(classroom.id, { role: 'learner' })).toEqual(['Ada King']);
  expect(await actionsIn(classroom.id)).toEqual(['class-made', 'names-hidden', 'learner-removed', 'names-shown']);
});

test('no two of a class are called alike', async () => {
  const { classroom } = await testTaughtClass({ isPseudonymous: true });
  const people = await Promise.all(Array.from({ length: 40 }, (_, n) => testPerson(`P${n}`)));
  await enter(classroom.id, people);
  const { rows } = await pool().query<{ pseudonym: string }>('SELECT pseudonym FROM enrolment WHERE class_id = $1', [
    classroom.id,
  ]);
  expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBe(41);
});

test('a class is never left without an instructor', async () => {
  const { mara, classroom } = await testTaughtClass();
  const jonas = await testPerson('Jonas');
  await enter(classroom.id, [jonas], 'assistant');
  const chosen = { classId: classroom.id, learnerIds: [mara.id], actor: mara };
  expect(await setClassRole(chosen, 'assistant')).toBe('last-instructor');
  expect(await removeMembers({ ...chosen, learnerIds: [mara.id, jonas.id] })).toBe('last-instructor');
  expect(await leaveClass(mara.id, classroom.id)).toBe('last-instructor');
  expect(await countRoster(classroom.id)).toMatchObject({ instructors: 1, assistants: 1 });
  // Both at once: one of them is the last.
  await setClassRole({ ...chosen, learnerIds: [jonas.id] }, 'instructor');
  const both = await Promise.all([leaveClass(mara.id, classroom.id), leaveClass(jonas.id, classroom.id)]);
  expect(both.map(String).sort()).toEqual(['1', 'last-instructor']);
});

test('what is done to members is done to members of this class alone', async () => {
  const { mara, classroom } = await testTaughtClass();
  const other = await testTaughtClass();
  const eve = await testPerson('Eve');
  await enter(other.classroom.id, [eve]);
  const chosen = { classId: classroom.id, learnerIds: [eve.id, other.mara.id], actor: mara };
  expect(await setClassRole(chosen, 'instructor')).toBe(0);
  expect(await removeMembers(chosen)).toBe(0);
  expect(await setGroup(chosen, 'Red')).toBe(0);
  expect(await membersAmong(classroom.id, chosen.learnerIds)).toEqual([]);
  expect(await membersAmong(other.classroom.id, [eve.id])).toMatchObject([{ role: 'learner', group: null }]);
});

test('groups may be empty, are renamed with what was given to them, and join when named alike', async () => {
  const { mara, classroom } = await testTaughtClass();
  const [ada, eve] = [await testPerson('Ada'), await testPerson('Eve')];
  await enter(classroom.id, [ada, eve]);
  await setGroup({ classId: classroom.id, learnerIds: [ada.id], actor: mara }, 'Red');
  await setGroup({ classId: classroom.id, learnerIds: [eve.id], actor: mara }, 'Blue');
  await renameGroup(classroom.id, 'Red', 'Blue', mara);
  expect((await countRoster(classroom.id)).groups).toEqual([{ name: 'Blue', learners: 2 }]);
  await setGroup({ classId: classroom.id, learnerIds: [ada.id, eve.id], actor: mara }, null);
  expect((await countRoster(classroom.id)).groups).toEqual([{ name: 'Blue', learners: 0 }]);
});

test('a copy has the settings, groups and chosen staff, no learners, and what goes along', async () => {
  const { mara, classroom } = await testTaughtClass({ paths: ['tcp-tls'], isPseudonymous: true });
  const [jonas, ines, ada] = [await testPerson('Jonas'), await testPerson('Ines'), await testPerson('Ada')];
  await enter(classroom.id, [jonas, ines], 'assistant');
  await enter(classroom.id, [ada]);
  await setGroup({ classId: classroom.id, learnerIds: [ada.id], actor: mara }, 'Red');
  const along: string[][] = [];
  const plan = { name: 'Networks II', staff: [jonas.id, ada.id, crypto.randomUUID()], withGroups: true };
  const id = await copyClass(classroom, plan, mara, async (_, from, to) => along.push([from, to]));
  const copy = await classroomOf(id);
  expect(copy).toMatchObject({
    name: 'Networks II',
    timeZone: 'Europe/Berlin',
    paths: ['tcp-tls'],
    isPseudonymous: true,
  });
  expect(copy.join.code).not.toBe(classroom.join.code);
  expect((await staffOf(id)).map(({ name, role }) => [name, role])).toEqual([
    ['Mara', 'instructor'],
    ['Jonas', 'assistant'],
  ]);
  expect(await countRoster(id)).toMatchObject({ learners: 0, groups: [{ name: 'Red', learners: 0 }] });
  expect(along).toEqual([[classroom.id, id]]);
});

test('a class is archived and given back; erased, it leaves a line without its name', async () => {
  const { mara, classroom } = await testTaughtClass({ name: 'Very private name' });
  await setArchived(classroom.id, true, mara);
  await setArchived(classroom.id, true, mara);
  expect((await classroomOf(classroom.id)).archivedAt).toBeInstanceOf(Date);
  await setArchived(classroom.id, false, mara);
  const code = await changeCode(classroom.id, 'new', mara);
  expect(code).not.toBe(classroom.join.code);
  await eraseClass(classroom.id, mara);
  await expect(classroomOf(classroom.id)).rejects.toThrow();
  const { rows } = await pool().query('SELECT * FROM audit_event WHERE class_id = $1', [classroom.id]);
  expect(await actionsIn(classroom.id)).toEqual([
    'class-made',
    'class-archived',
    'class-restored',
    'code-rotated',
    'class-erased',
  ]);
  expect(JSON.stringify(rows)).not.toContain('private');
});
