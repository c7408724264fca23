import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Who } from '@/lib/access/access';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { insertAccount, setRole } from '@/lib/auth/learner-store';
import type { Role } from '@/lib/auth/role';
import '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { openDraftLinks } from './draft-link-store';
import { endDraftLink, openDraftLink, submitDraftLink } from './submit-draft-link';

withTestDatabase();

const wish = { lesson: 'tcp-tls/half-close', withKeys: false, days: 14 };
const isDraft = async (lesson: string) => lesson === wish.lesson;

async function someone(role: Role): Promise<Who> {
  const learnerId = randomUUID();
  const login = `ada-${learnerId.slice(0, 13)}`;
  await insertAccount(pool(), { id: learnerId, login, email: null, name: 'Ada', passwordHash: null, role });
  return { learnerId, role, guest: false };
}

async function linkBy(who: Who, more: Partial<typeof wish> = {}): Promise<string> {
  const made = await submitDraftLink(who, { ...wish, ...more }, isDraft);
  if (made.kind !== 'made') throw new Error(made.kind);
  return made.token;
}

describe('a draft link', () => {
  it('shows the draft it was made for, and keys only when it was made with them', async () => {
    const ada = await someone('author');
    expect(await openDraftLink(await linkBy(ada))).toMatchObject({
      lesson: wish.lesson,
      withKeys: false,
      makerName: 'Ada',
    });
    expect(await openDraftLink(await linkBy(ada, { withKeys: true }))).toMatchObject({ withKeys: true });
  });

  it.each(['learner', 'instructor'] as const)('is not made by a %s', async (role) => {
    expect(await submitDraftLink(await someone(role), wish, isDraft)).toEqual({ kind: 'not-allowed' });
  });

  it('is not made by nobody, for no draft, or for longer than a review takes', async () => {
    const ada = await someone('admin');
    expect(await submitDraftLink(null, wish, isDraft)).toEqual({ kind: 'not-allowed' });
    expect(await submitDraftLink(ada, { ...wish, lesson: 'tcp-tls/published' }, isDraft)).toEqual({ kind: 'no-draft' });
    for (const days of [0, 91, 1.5, Number.NaN])
      expect(await submitDraftLink(ada, { ...wish, days }, isDraft)).toEqual({ kind: 'bad-days' });
  });

  it('ends when its time is over', async () => {
    const token = await linkBy(await someone('author'));
    await pool().query("UPDATE draft_link SET expires_at = now() - interval '1 second'");
    expect(await openDraftLink(token)).toBeNull();
    expect(await openDraftLinks()).toEqual([]);
  });

  it('ends when an author ends it, at once, and only once', async () => {
    const token = await linkBy(await someone('author'));
    const colleague = await someone('author');
    expect(await endDraftLink(await someone('learner'), token)).toBe(false);
    expect(await openDraftLink(token)).not.toBeNull();
    expect(await endDraftLink(colleague, token)).toBe(true);
    expect(await openDraftLink(token)).toBeNull();
    expect(await endDraftLink(colleague, token)).toBe(false);
  });

  it('ends when its maker is no author any more, or is gone', async () => {
    const [ada, bo] = [await someone('author'), await someone('author')];
    const [one, other] = [await linkBy(ada), await linkBy(bo)];
    await setRole(ada.learnerId, 'learner');
    expect(await openDraftLink(one)).toBeNull();
    await eraseLearner(bo.learnerId);
    expect(await openDraftLink(other)).toBeNull();
  });

  it('is not opened by what was guessed, and a table that was read opens none', async () => {
    const ada = await someone('author');
    const token = await linkBy(ada);
    const { rows } = await pool().query('SELECT * FROM draft_link WHERE learner_id = $1', [ada.learnerId]);
    for (const value of Object.values(rows[0] ?? {})) expect(String(value)).not.toContain(token.slice(43));
    expect(await openDraftLink(`${token.slice(0, 63)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(await openDraftLink('no-such-link')).toBeNull();
  });
});
