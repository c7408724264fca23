import { expect, test } from 'vitest';
import { resetPassword } from '@/lib/auth/reset';
import { findResetLink } from '@/lib/auth/reset-link-store';
import { TestBrowser } from '@/lib/auth/test-visit';
import { cardToken } from '@/lib/classes/card';
import { removeMembers } from '@/lib/classes/change-roster-store';
import type { Classroom } from '@/lib/classes/classroom';
import { takeOver } from '@/lib/classes/roster/roster-import-store';
import { previewRoster, submitOneLearner, submitRosterFile } from '@/lib/classes/roster/submit-roster';
import { countRoster, membersWithoutSignIn, rosterPage } from '@/lib/classes/roster-store';
import { makeCards, openCard } from '@/lib/classes/submit-cards';
import { actionsIn, type TestPerson, testPerson, testTaughtClass } from '@/lib/classes/test-people-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

type Options = { siteRole?: 'instructor' | 'learner'; skipsBad?: boolean };

/** The dry run and then the yes, as the pages do them. */
async function bring(
  classroom: Classroom,
  mara: TestPerson,
  csv: string,
  { siteRole = 'instructor', skipsBad = true }: Options = {},
) {
  const file = { name: 'roster.csv', bytes: Buffer.from(csv) };
  const kept = await submitRosterFile(classroom, mara.id, file);
  if (kept.kind !== 'kept') throw new Error(JSON.stringify(kept));
  const preview = await previewRoster(classroom.id, kept.id, siteRole);
  const done = await takeOver(classroom, kept.id, { actor: mara, mayEnrolOthers: siteRole === 'instructor', skipsBad });
  return { preview, done, id: kept.id };
}

const csv = 'name,e-mail,number,group\nAda Lovelace,ada@example.org,1,Red\nBo,,2,Blue\n林小雨,,,\n林小雨,,,\n';

test('a roster does what its dry run said, and done again it does nothing', async () => {
  const { mara, classroom } = await testTaughtClass();
  const first = await bring(classroom, mara, csv);
  expect(first.preview?.numbers).toEqual({ accounts: 4, enrolled: 0, moved: 0, renumbered: 0, unchanged: 0 });
  expect(first.done).toEqual({ kind: 'done', numbers: first.preview?.numbers, skipped: 0 });
  const state = async () =>
    (
      await pool().query(
        'SELECT l.*, e.* FROM learner l JOIN enrolment e ON e.learner_id = l.id WHERE e.class_id = $1 ORDER BY l.id',
        [classroom.id],
      )
    ).rows;
  const before = await state();
  const again = await bring(classroom, mara, csv);
  expect(again.preview?.numbers).toEqual({ accounts: 0, enrolled: 0, moved: 0, renumbered: 0, unchanged: 4 });
  expect(await state()).toEqual(before);
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 4, groups: [{ name: 'Blue' }, { name: 'Red' }] });
});

test('looking changes nothing, and a yes is good once', async () => {
  const { mara, classroom } = await testTaughtClass();
  const kept = await submitRosterFile(classroom, mara.id, { name: 'r.csv', bytes: Buffer.from(csv) });
  if (kept.kind !== 'kept') throw new Error('not kept');
  await previewRoster(classroom.id, kept.id, 'instructor');
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 0 });
  const by = { actor: mara, mayEnrolOthers: true, skipsBad: false };
  const both = await Promise.all([takeOver(classroom, kept.id, by), takeOver(classroom, kept.id, by)]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'gone']);
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 4 });
});

test('a file kept for one class opens nothing in another', async () => {
  const { mara, classroom } = await testTaughtClass();
  const other = await testTaughtClass();
  const kept = await submitRosterFile(classroom, mara.id, { name: 'r.csv', bytes: Buffer.from(csv) });
  if (kept.kind !== 'kept') throw new Error('not kept');
  expect(await previewRoster(other.classroom.id, kept.id, 'instructor')).toBeUndefined();
  const by = { actor: other.mara, mayEnrolOthers: true, skipsBad: true };
  expect(await takeOver(other.classroom, kept.id, by)).toEqual({ kind: 'gone' });
});

test('groups are changed by a later roster, numbers are filled in, and who left comes back', async () => {
  const { mara, classroom } = await testTaughtClass();
  await bring(classroom, mara, csv);
  const [ada] = await rosterPage(classroom.id, { search: 'ada' }, 1);
  await removeMembers({ classId: classroom.id, learnerIds: [ada?.learnerId ?? ''], actor: mara });
  const { preview } = await bring(
    classroom,
    mara,
    'name,e-mail,number,group\nAda,ada@example.org,,Red\nBo,,2,Green\n林小雨,,9,\n',
  );
  expect(preview?.numbers).toEqual({ accounts: 0, enrolled: 1, moved: 1, renumbered: 1, unchanged: 0 });
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 4 });
  const [bo] = await rosterPage(classroom.id, { search: 'bo' }, 1);
  expect(bo).toMatchObject({ group: 'Green', externalId: '2' });
});

test('all or nothing: one bad row, and nothing is done', async () => {
  const { mara, classroom } = await testTaughtClass();
  const text = 'name,e-mail\nAda,solo@example.org\nBo,nonsense\n';
  const refused = await bring(classroom, mara, text, { skipsBad: false });
  expect(refused.done).toEqual({ kind: 'has-bad-rows' });
  expect(refused.preview).toMatchObject({
    bad: 1,
    findings: [{ row: 3, column: 'B', code: 'email-shape', found: 'nonsense' }],
  });
  expect(await countRoster(classroom.id)).toMatchObject({ learners: 0 });
  expect((await bring(classroom, mara, text)).done).toMatchObject({
    kind: 'done',
    skipped: 1,
    numbers: { accounts: 1 },
  });
  expect(await actionsIn(classroom.id)).toEqual(['class-made', 'roster-imported']);
});

test('an account that somebody has is entered, but never taken: no name, password or card of it', async () => {
  const { mara, classroom } = await testTaughtClass();
  const eve = await testPerson('Eve', { email: 'eve@example.org' });
  const { preview } = await bring(classroom, mara, 'name,e-mail\nMallory,eve@example.org\n');
  expect(preview?.numbers).toMatchObject({ accounts: 0, enrolled: 1 });
  const { rows } = await pool().query('SELECT name, email, made_by_class FROM learner WHERE id = $1', [eve.id]);
  expect(rows).toEqual([{ name: 'Eve', email: 'eve@example.org', made_by_class: null }]);
  expect(await makeCards(classroom, [eve.id], { actor: mara, siteRole: 'admin' })).toEqual([]);
  expect((await rosterPage(classroom.id, { search: 'eve' }, 1))[0]).toMatchObject({ login: null, isMadeHere: false });
});

test('who is no instructor of the site enters nobody who has an account', async () => {
  const { mara, classroom } = await testTaughtClass();
  await testPerson('Eve', { email: 'eve2@example.org' });
  const { preview, done } = await bring(classroom, mara, 'name,e-mail\nEve,eve2@example.org\nNew,new@example.org\n', {
    siteRole: 'learner',
  });
  expect(preview?.findings).toMatchObject([{ row: 2, code: 'not-yours', isBad: true }]);
  expect(done).toMatchObject({ numbers: { accounts: 1, enrolled: 0 } });
});

test('staff of the class stay staff, and number and address of two people are told apart', async () => {
  const { mara, classroom } = await testTaughtClass();
  await pool().query("UPDATE learner SET email = 'mara@example.org' WHERE id = $1", [mara.id]);
  await bring(classroom, mara, csv);
  const { preview } = await bring(
    classroom,
    mara,
    'name,e-mail,number\nMara,mara@example.org,\nAda,ada@example.org,2\n',
  );
  expect(preview?.findings.map(({ row, code }) => [row, code])).toEqual([
    [2, 'is-staff'],
    [3, 'ids-differ'],
  ]);
});

test('a learner without an address gets a login and a card that opens the choice of a password once', async () => {
  const { mara, classroom } = await testTaughtClass();
  const by = { actor: mara, siteRole: 'learner' as const };
  expect(await submitOneLearner(classroom, { name: 'Bo Diddley', email: '', group: '' }, by)).toEqual({
    kind: 'done',
    step: 'make',
  });
  expect(await submitOneLearner(classroom, { name: '', email: '', group: '' }, by)).toEqual({
    kind: 'refused',
    code: 'name-missing',
  });
  const [bo] = await membersWithoutSignIn(classroom.id, 10);
  const ids = [bo?.learnerId ?? '', mara.id];
  const [older] = await makeCards(classroom, ids, by);
  const cards = await makeCards(classroom, ids, by);
  const [card] = cards;
  if (!card || !older) throw new Error('no card');
  expect(cards).toMatchObject([{ name: 'Bo Diddley', login: 'bo.diddley' }]);
  expect(await openCard({ login: 'Bo.Diddley', code: older.code }, '::1')).toEqual({ kind: 'wrong' });
  expect(await openCard({ login: 'mara', code: card.code }, '::1')).toEqual({ kind: 'wrong' });
  const { rows } = await pool().query('SELECT * FROM reset_link');
  expect(JSON.stringify(rows)).not.toContain(card.code);
  const opened = await openCard({ login: 'Bo.Diddley', code: card.code.toLowerCase() }, '::1');
  if (opened.kind !== 'open') throw new Error(opened.kind);
  expect(await resetPassword(opened.token, 'a kettle in spring', new TestBrowser().visit)).toMatchObject({
    kind: 'entered',
  });
  expect(await openCard({ login: 'Bo.Diddley', code: card.code }, '::1')).toEqual({ kind: 'wrong' });
  expect(await findResetLink(cardToken(card.learnerId, card.code))).toBeNull();
});

test('cards are not guessed', async () => {
  const tries = [];
  for (let n = 0; n < 12; n++) tries.push((await openCard({ login: 'somebody', code: 'ABCDEFGHJKMN' }, '::1')).kind);
  expect(tries).toEqual([...Array(10).fill('wrong'), 'limited', 'limited']);
});

test('where names are hidden no cards are made', async () => {
  const { mara, classroom } = await testTaughtClass({ isPseudonymous: true });
  await bring(classroom, mara, csv);
  const ids = (await rosterPage(classroom.id, { role: 'learner' }, 10)).map(({ learnerId }) => learnerId);
  expect(await makeCards(classroom, ids, { actor: mara, siteRole: 'admin' })).toEqual([]);
});
