import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { enter } from '@/lib/auth/enter';
import { learnerTables } from '@/lib/auth/erase-learner-store';
import { countAnswers, mergeGuest } from '@/lib/auth/merge-guest-store';
import { readSession } from '@/lib/auth/session';
import { settleGuest, waitingGuest } from '@/lib/auth/settle-guest';
import { signUp } from '@/lib/auth/sign-up';
import { TestBrowser } from '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

/** [item, share, id?]: answered in this order, one minute apart, starting at `hour`. */
type Answer = readonly [item: string, share: number, id?: string];

async function answer(learnerId: string, hour: number, answers: readonly Answer[]): Promise<void> {
  const tries = new Map<string, number>();
  for (const [n, [item, share, id = randomUUID()]] of answers.entries()) {
    const ordinal = (tries.get(item) ?? 0) + 1;
    tries.set(item, ordinal);
    const at = new Date(Date.UTC(2026, 10, 23, hour, n));
    await pool().query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, received_at)
       VALUES ($1, $2, $3, 'v', 1, $4, '{}', $5, 1, $6)`,
      [learnerId, id, item, ordinal, share, at],
    );
    await pool().query(
      `INSERT INTO item_state (learner_id, item, tries, best, last, last_at) VALUES ($1, $2, 1, $3, $3, $4)
       ON CONFLICT (learner_id, item) DO UPDATE SET tries = item_state.tries + 1,
         best = greatest(item_state.best, $3), last = $3, last_at = $4`,
      [learnerId, item, share, at],
    );
  }
}

async function guest(): Promise<{ browser: TestBrowser; id: string }> {
  const browser = new TestBrowser();
  const { session, setCookie } = await ensureGuest(undefined, '');
  browser.keepHeader(setCookie);
  return { browser, id: session.learnerId };
}

async function account(): Promise<string> {
  const login = `account ${randomUUID().replaceAll('-', '')}`;
  const result = await signUp({ login, password: 'a kettle in spring', forgetOnLeave: false }, new TestBrowser().visit);
  if (result.kind !== 'entered') throw new Error(JSON.stringify(result));
  return result.entry.session.learnerId;
}

async function states(learnerId: string) {
  const { rows } = await pool().query(
    'SELECT item, tries, best, last FROM item_state WHERE learner_id = $1 ORDER BY item',
    [learnerId],
  );
  return rows;
}

async function ordinals(learnerId: string) {
  const { rows } = await pool().query(
    'SELECT item, ordinal, earned FROM attempt WHERE learner_id = $1 ORDER BY item, ordinal',
    [learnerId],
  );
  return rows.map(({ item, ordinal, earned }) => [item, ordinal, earned]);
}

/** Does a transaction wait for a lock of answers? */
async function isSomeoneWaiting(): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rowCount !== 0;
}

describe('merging a guest into an account', () => {
  it('puts the guest’s tries behind the account’s own and counts the standing anew', async () => {
    const owner = await account();
    const { id } = await guest();
    await answer(owner, 8, [
      ['p/l/a', 0.5],
      ['p/l/b', 1],
    ]);
    await answer(id, 9, [
      ['p/l/a', 0],
      ['p/l/a', 1],
      ['p/l/c', 0.25],
    ]);
    expect(await mergeGuest(id, owner)).toBe(true);
    expect(await ordinals(owner)).toEqual([
      ['p/l/a', 1, 0.5],
      ['p/l/a', 2, 0],
      ['p/l/a', 3, 1],
      ['p/l/b', 1, 1],
      ['p/l/c', 1, 0.25],
    ]);
    expect(await states(owner)).toEqual([
      { item: 'p/l/a', tries: 3, best: 1, last: 1 },
      { item: 'p/l/b', tries: 1, best: 1, last: 1 },
      { item: 'p/l/c', tries: 1, best: 0.25, last: 0.25 },
    ]);
  });

  it('counts an answer once that was sent again after signing in', async () => {
    const owner = await account();
    const { id } = await guest();
    const sentTwice = randomUUID();
    await answer(id, 8, [['p/l/a', 1, sentTwice]]);
    await answer(owner, 9, [['p/l/a', 1, sentTwice]]);
    await mergeGuest(id, owner);
    expect(await ordinals(owner)).toEqual([['p/l/a', 1, 1]]);
    expect(await states(owner)).toEqual([{ item: 'p/l/a', tries: 1, best: 1, last: 1 }]);
  });

  it('believes a later grade, keeps the later place, and throws folds away', async () => {
    const owner = await account();
    const { id } = await guest();
    const attempt = randomUUID();
    await answer(id, 8, [['p/l/a', 0, attempt]]);
    await pool().query(
      'INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible) VALUES ($1, $2, 2, 1, 1)',
      [id, attempt],
    );
    await pool().query(
      `INSERT INTO review_card (learner_id, card, stability, difficulty, reps, lapses, recent, missed, seen)
       VALUES ($1, 'p/l#o', 1, 1, 1, 0, '[]', '{}', '{}')`,
      [owner],
    );
    for (const [learner, heading, at, done] of [
      [id, 'later', '2026-11-23', null],
      [owner, 'earlier', '2026-11-22', '2026-11-21'],
    ]) {
      await pool().query(
        "INSERT INTO place (learner_id, lesson, heading, at, done_at) VALUES ($1, 'p/l', $2, $3, $4)",
        [learner, heading, at, done],
      );
    }
    await mergeGuest(id, owner);
    expect(await states(owner)).toEqual([{ item: 'p/l/a', tries: 1, best: 1, last: 1 }]);
    const { rows: places } = await pool().query(
      'SELECT heading, done_at IS NOT NULL AS done FROM place WHERE learner_id = $1',
      [owner],
    );
    expect(places).toEqual([{ heading: 'later', done: true }]);
    const { rowCount } = await pool().query('SELECT FROM review_card WHERE learner_id = $1', [owner]);
    expect(rowCount).toBe(0);
  });

  it('gives an answer that waits for its grade no place among the tries', async () => {
    const owner = await account();
    const { id } = await guest();
    const deferred = randomUUID();
    await answer(id, 8, [['p/l/a', 1]]);
    await pool().query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible)
       VALUES ($1, $2, 'p/l/a', 'v', 1, 0, '{}', NULL, 1)`,
      [id, deferred],
    );
    await pool().query('INSERT INTO deferred_replay (learner_id, attempt_id) VALUES ($1, $2)', [id, deferred]);
    await mergeGuest(id, owner);
    expect(await ordinals(owner)).toEqual([
      ['p/l/a', 0, null],
      ['p/l/a', 1, 1],
    ]);
    expect(await states(owner)).toEqual([{ item: 'p/l/a', tries: 1, best: 1, last: 1 }]);
    const { rowCount } = await pool().query('SELECT FROM deferred_replay WHERE learner_id = $1', [owner]);
    expect(rowCount).toBe(1);
  });

  it('waits for an answer that is being stored, and takes it along', async () => {
    const owner = await account();
    const { browser, id } = await guest();
    const claims = await readSession(browser.visit.cookieHeader);
    const row = {
      learner_id: id,
      session_id: claims?.sessionId,
      id: randomUUID(),
      item: 'p/l/a',
      version: 'v',
      key_revision: 1,
      response: {},
      earned: 1,
      possible: 1,
      detail: {},
      seq: 0,
    };
    const storing = await pool().connect();
    await storing.query('BEGIN');
    await storing.query('SELECT * FROM store_attempts($1, $2)', [[id], JSON.stringify([row])]);
    let isMerged = false;
    const merging = mergeGuest(id, owner).finally(() => {
      isMerged = true;
    });
    while (!isMerged && !(await isSomeoneWaiting())) await new Promise((resolve) => setImmediate(resolve));
    await storing.query('COMMIT');
    storing.release();
    expect(await merging).toBe(true);
    expect(await countAnswers(owner)).toBe(1);
    expect(await states(owner)).toMatchObject([{ tries: 1 }]);
  });

  it('leaves nothing of the guest behind, in any table', async () => {
    const owner = await account();
    const { id } = await guest();
    await answer(id, 8, [['p/l/a', 1]]);
    await mergeGuest(id, owner);
    for (const table of ['learner', 'session', ...(await learnerTables())]) {
      const column = table === 'learner' ? 'id' : 'learner_id';
      const { rowCount } = await pool().query(`SELECT FROM ${table} WHERE ${column} = $1`, [id]);
      expect(`${table}: ${rowCount}`).toBe(`${table}: 0`);
    }
  });

  it('happens once when it is asked twice at the same moment', async () => {
    const owner = await account();
    const { id } = await guest();
    await answer(id, 8, [['p/l/a', 1]]);
    const merged = await Promise.all([mergeGuest(id, owner), mergeGuest(id, owner)]);
    expect(merged.sort()).toEqual([false, true]);
    expect(await countAnswers(owner)).toBe(1);
  });

  it('never takes the answers of someone who has signed up', async () => {
    const [owner, other] = [await account(), await account()];
    await answer(other, 8, [['p/l/a', 1]]);
    expect(await mergeGuest(other, owner)).toBe(false);
    expect(await countAnswers(other)).toBe(1);
  });

  it('has a rule for every table that holds rows of learners', async () => {
    const source = readFileSync(new URL('./merge-guest-store.ts', import.meta.url), 'utf8');
    for (const table of await learnerTables()) expect(source).toMatch(new RegExp(`(INTO|FROM) ${table}\\b`));
  });
});

describe('signing in on a guest’s browser', () => {
  async function signedIn(answers: readonly Answer[]) {
    const owner = await account();
    const { browser, id } = await guest();
    await answer(id, 8, answers);
    const entry = await enter({ id: owner, name: null, role: 'learner' }, browser.visit, false);
    browser.keep(entry.cookies);
    return { owner, guestId: id, browser, entry };
  }

  it('asks whose the answers are, and moves nothing before', async () => {
    const { owner, guestId, browser, entry } = await signedIn([['p/l/a', 1]]);
    expect(entry.asksAboutGuest).toBe(true);
    expect(await waitingGuest(browser.visit.cookieHeader)).toMatchObject({ answers: 1, guest: { learnerId: guestId } });
    expect(await countAnswers(owner)).toBe(0);
  });

  it('asks nothing, and erases the guest, when nothing was answered', async () => {
    const { guestId, entry } = await signedIn([]);
    expect(entry.asksAboutGuest).toBe(false);
    const { rowCount } = await pool().query('SELECT FROM learner WHERE id = $1', [guestId]);
    expect(rowCount).toBe(0);
  });

  it.each([
    ['mine', { own: 1, guest: 0 }],
    ['not-mine', { own: 0, guest: 1 }],
    ['delete', { own: 0, guest: 0 }],
  ] as const)('does as it is told: %s', async (choice, counts) => {
    const { owner, guestId, browser, entry } = await signedIn([['p/l/a', 1]]);
    browser.keep([await settleGuest(browser.visit.cookieHeader, entry.session, choice)]);
    expect({ own: await countAnswers(owner), guest: await countAnswers(guestId) }).toEqual(counts);
    expect(await waitingGuest(browser.visit.cookieHeader)).toBeNull();
  });

  it('does not ask again for a cookie that somebody kept', async () => {
    const { owner, browser, entry } = await signedIn([['p/l/a', 1]]);
    const kept = browser.visit.cookieHeader;
    await settleGuest(kept, entry.session, 'not-mine');
    await settleGuest(kept, entry.session, 'mine');
    expect(await countAnswers(owner)).toBe(0);
  });
});
