import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditTrail } from '@/lib/audit/audit-store';
import { insertAccount } from '@/lib/auth/learner-store';
import { hashPassword } from '@/lib/auth/password-hash';
import { findResetLink } from '@/lib/auth/reset-link-store';
import type { Role } from '@/lib/auth/role';
import { checkedSession } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { TestBrowser } from '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { findPeople, findPerson } from '@/lib/people/people-store';
import { changePerson, giveLink, makePerson } from '@/lib/people/submit-person';
import { typedWords } from '@/lib/people/typed-words';

withTestDatabase();

const password = 'a kettle in spring';
let passwordHash: string;
let admin: { id: string; name: string };

async function person(login: string, given: { name?: string; email?: string; role?: Role } = {}) {
  const id = randomUUID();
  const account = {
    id,
    login,
    email: given.email ?? null,
    name: given.name ?? login,
    passwordHash,
    role: given.role ?? 'learner',
  };
  if (!(await insertAccount(pool(), account))) throw new Error(`${login} is taken`);
  return id;
}

const logins = async (typed: string, more: object = {}) =>
  (await findPeople({ words: typedWords(typed), ...more }, 50)).map(({ login }) => login);

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  admin = { id: await person('root', { role: 'admin' }), name: 'root' };
});

describe('finding people', () => {
  beforeAll(async () => {
    await person('amara', { name: 'Amara Nwosu', email: 'amara@school.example' });
    await person('lin', { name: '林小雨' });
    await person('jack', { name: "Jack O'Neill" });
    await person('elif', { name: 'Elif YILDIZ' });
    await person('bobby', { name: '<b>Bobby</b> %_\\' });
    await pool().query('INSERT INTO learner (id) VALUES ($1)', [randomUUID()]);
  });

  test.each([
    ['the beginning of any word of a name', 'nwo', ['amara']],
    ['several words in any order', 'nwosu ama', ['amara']],
    ['an address or a part of it', 'amara@school', ['amara']],
    ['a given name without its surname', '小雨', ['lin']],
    ['a surname', '林', ['lin']],
    ['a name with a mark in it', "o'neill", ['jack']],
    ['capitals and full-width letters', 'ＥＬＩＦ yildiz', ['elif']],
    ['signs that a pattern would understand', '%', ['amara', 'bobby', 'elif', 'jack', 'lin', 'root']],
    ['nothing that anybody is called', 'zzz', []],
    ['one word that is theirs and one that is not', 'amara zzz', []],
    ['a null byte and other controls', 'ama\u0000\u0007', ['amara']],
  ])('%s: %s', async (_what, typed, found) => {
    expect(await logins(typed)).toEqual(found);
  });

  test('follows a new name, and forgets the old one', async () => {
    const id = await person('grace', { name: 'Grace Hopkins' });
    await pool().query("UPDATE learner SET name = 'Grace Murray' WHERE id = $1", [id]);
    expect(await logins('hopkins')).toEqual([]);
    expect(await logins('murray')).toEqual(['grace']);
  });

  test('goes page by page, each person once', async () => {
    const first = await findPeople({ words: [] }, 2);
    const second = await findPeople({ words: [], after: first[1]?.login }, 2);
    expect([...first, ...second].map(({ login }) => login)).toEqual(['amara', 'bobby', 'elif', 'grace']);
  });

  test('by role, and by being suspended', async () => {
    expect(await logins('', { role: 'admin' })).toEqual(['root']);
    await pool().query("UPDATE learner SET suspended_at = now() WHERE login = 'elif'");
    expect(await logins('', { suspended: true })).toEqual(['elif']);
  });
});

describe('what is done to a person', () => {
  test('a suspended person is signed out at once and cannot sign in; let back, they can', async () => {
    const id = await person('sus');
    const browser = new TestBrowser();
    const entered = await signIn({ login: 'sus', password, forgetOnLeave: false }, browser.visit);
    if (entered.kind !== 'entered') throw new Error(entered.kind);
    browser.keep(entered.entry.cookies);
    expect(await checkedSession(browser.visit.cookieHeader)).toMatchObject({ learnerId: id });
    expect(await changePerson(id, { kind: 'suspend' }, admin)).toBeUndefined();
    expect(await checkedSession(browser.visit.cookieHeader)).toBeNull();
    const again = () => signIn({ login: 'sus', password, forgetOnLeave: false }, new TestBrowser().visit);
    expect((await again()).kind).toBe('suspended');
    await changePerson(id, { kind: 'let-back' }, admin);
    expect((await again()).kind).toBe('entered');
    expect((await auditTrail({ subject: id }, 9)).map(({ action }) => action)).toEqual([
      'person-let-back',
      'person-suspended',
    ]);
  });

  test('a role is changed and written down once', async () => {
    const id = await person('rol');
    await changePerson(id, { kind: 'role', role: 'instructor' }, admin);
    await changePerson(id, { kind: 'role', role: 'instructor' }, admin);
    expect((await findPerson(id))?.person.role).toBe('instructor');
    const trail = await auditTrail({ subject: id }, 9);
    expect(trail.map(({ detail, actor }) => [detail, actor])).toEqual([
      [{ from: 'learner', to: 'instructor' }, 'root'],
    ]);
  });

  test('who is erased is gone, and named nowhere in what is written down', async () => {
    const id = await person('gone', { name: 'Somebody Gone' });
    await changePerson(id, { kind: 'role', role: 'admin' }, admin);
    await changePerson(admin.id, { kind: 'role', role: 'admin' }, { id, name: 'gone' });
    await giveLink(admin.id, 'reset', 'en', { id, name: 'gone' });
    expect(await changePerson(id, { kind: 'erase' }, admin)).toBeUndefined();
    expect(await findPerson(id)).toBeUndefined();
    const { rows } = await pool().query("SELECT * FROM audit_event WHERE audit_event::text ~* 'gone'");
    expect(rows).toEqual([]);
    const [last] = await auditTrail({ subject: id }, 1);
    expect(last).toMatchObject({ action: 'person-erased', actor: 'root', detail: {} });
    expect(await logins('somebody')).toEqual([]);
  });

  test('the last administrator can neither be demoted, suspended nor erased, by whomever', async () => {
    const other = { id: randomUUID(), name: 'somebody else' };
    for (const change of [{ kind: 'role', role: 'learner' }, { kind: 'suspend' }, { kind: 'erase' }] as const)
      expect(await changePerson(admin.id, change, other)).toBe('last-admin');
  });

  test('of two administrators who demote each other at the same moment one stays', async () => {
    const second = await person('second', { role: 'admin' });
    const results = await Promise.all([
      changePerson(admin.id, { kind: 'role', role: 'learner' }, { id: second, name: 'second' }),
      changePerson(second, { kind: 'role', role: 'learner' }, admin),
    ]);
    expect(results.filter((why) => why === 'last-admin')).toHaveLength(1);
    await pool().query("UPDATE learner SET role = 'admin' WHERE id = $1", [admin.id]);
    await pool().query("UPDATE learner SET role = 'learner' WHERE id = $1", [second]);
  });

  test('nobody suspends or erases themselves here, also where there are other administrators', async () => {
    await person('third', { role: 'admin' });
    expect(await changePerson(admin.id, { kind: 'suspend' }, admin)).toBe('oneself');
    expect(await changePerson(admin.id, { kind: 'erase' }, admin)).toBe('oneself');
  });

  test.each(['', 'no-uuid', randomUUID()])('nobody is found under “%s”', async (id) => {
    expect(await changePerson(id, { kind: 'suspend' }, admin)).toBe('no-person');
    expect(await giveLink(id, 'reset', 'en', admin)).toEqual({ kind: 'refused', why: 'no-person' });
  });
});

describe('links and new accounts', () => {
  test('without mail the link is shown to whoever asked', async () => {
    const id = await person('lnk', { email: 'lnk@example.org' });
    const shown = await giveLink(id, 'reset', 'zh', admin);
    if (shown.kind !== 'shown') throw new Error(shown.kind);
    expect(shown.address).toMatch(/\/zh\/reset\?token=/);
    expect(await findResetLink(shown.address.split('token=')[1] ?? '')).toEqual({ learnerId: id });
  });

  test('an account is made once; what is wrong with it is said by field', async () => {
    const made = await makePerson({ login: 'New@Example.org', name: 'New', role: 'author' }, 'en', admin);
    expect(made).toMatchObject({ kind: 'made', link: { kind: 'shown' } });
    expect(await makePerson({ login: 'new@example.org', name: 'New', role: 'author' }, 'en', admin)).toEqual({
      kind: 'faults',
      login: 'login-taken',
    });
    expect(await makePerson({ login: 'x', name: ' ', role: 'learner' }, 'en', admin)).toEqual({
      kind: 'faults',
      login: 'login-short',
      name: 'name-empty',
    });
  });
});
