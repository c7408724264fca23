import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRun } from '@/lib/attempts/sitting-store';
import { testPolicy } from '@/lib/attempts/test-class-store';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { draftsOf, submitDraft } from '@/lib/progress/submit-draft';

withTestDatabase();

const lesson = 'tcp-tls/three-way-four-way';
const item = `${lesson}/syn-ack-number`;
const version = '0123456789abcdef';
const says = (text: string) => ({ inputs: { number: [text] } });

let session: { learnerId: string };

beforeEach(async () => {
  session = (await ensureGuest(undefined, '')).session;
});

const put = (at: number, body: object = says(String(at)), over: object = {}) =>
  submitDraft(session, item, { learner: session.learnerId, version, at, body, ...over });

async function kept() {
  const reply = await draftsOf(session, lesson);
  return 'drafts' in reply.body ? reply.body.drafts : reply.body;
}

describe('a half-written answer', () => {
  it('is found by another device as it was last written', async () => {
    await put(1);
    expect(await put(2)).toEqual({ status: 200, body: { at: 2 } });
    expect(await kept()).toEqual([{ item, version, at: 2, body: says('2') }]);
  });

  it('does not take the place of a newer one, and says how far that one has counted', async () => {
    await put(7);
    expect(await put(3)).toEqual({ status: 200, body: { at: 7 } });
    expect(await kept()).toEqual([{ item, version, at: 7, body: says('7') }]);
  });

  it('is gone once its answer is stored, and there again when more was written after that', async () => {
    await put(1);
    await pool().query(
      `INSERT INTO item_state (learner_id, item, tries, best, last, last_at) VALUES ($1, $2, 1, 1, 1, clock_timestamp())`,
      [session.learnerId, item],
    );
    expect(await kept()).toEqual([]);
    await put(2);
    expect(await kept()).toHaveLength(1);
  });

  it('is not another person’s', async () => {
    await put(1);
    const owner = session;
    session = (await ensureGuest(undefined, '')).session;
    expect(await kept()).toEqual([]);
    expect(await put(2, says('x'), { learner: owner.learnerId })).toMatchObject({ status: 409 });
    expect(await draftsOf(null, lesson)).toMatchObject({ status: 401 });
    expect(await submitDraft(null, item, {})).toMatchObject({ status: 401 });
  });

  it.each([
    ['a body of another shape', { text: 'x' }, {}, 400],
    ['more than 64 KiB', says('x'.repeat(64 * 1024)), {}, 413],
    ['no count', says('x'), { at: 0 }, 400],
    ['no version', says('x'), { version: 'newest' }, 400],
    ['a NUL, which the database cannot hold', says('a\u0000b'), {}, 400],
    ['half a surrogate pair', says('\ud800'), {}, 400],
  ])('is refused with %s', async (_what, body, over, status) => {
    expect(await put(1, body, over)).toMatchObject({ status });
    expect(await kept()).toEqual([]);
  });

  it('nested beyond what can be written is too large, and nothing worse', async () => {
    const nested = (depth: number) => ({ actions: JSON.parse('['.repeat(depth) + ']'.repeat(depth)) });
    expect(await put(1, nested(20_000))).toMatchObject({ status: 413 });
    expect(await put(1, nested(2_000))).toMatchObject({ status: 200 });
  });

  it('of an assessed question is refused as one of no question, but for who is asked it', async () => {
    const assessed = [...(await curriculum()).items()].find(
      (one) => one.kind === 'question' && one.question.use === 'assessed',
    );
    if (!assessed) throw new Error('the content has no assessed question');
    const sent = { learner: session.learnerId, version, at: 1, body: says('x') };
    expect(await submitDraft(session, assessed.id, sent)).toEqual(
      await submitDraft(session, `${lesson}/nothing`, sent),
    );
    const items = [{ item: assessed.id, version, keyRevision: 1, draw: null }];
    const [policy, times] = [testPolicy(), { dueAt: null, closesAt: null, acceptsUntil: null, endsAt: null }];
    const run = { id: randomUUID(), policy, items, seed: 'a', times: () => times };
    await openRun(session.learnerId, { assignment: randomUUID() }, run);
    expect(await submitDraft(session, assessed.id, sent)).toMatchObject({ status: 200 });
  });

  it('of an item that does not exist is refused', async () => {
    const sent = { learner: session.learnerId, version, at: 1, body: says('x') };
    expect(await submitDraft(session, `${lesson}/no-such-item`, sent)).toMatchObject({ status: 404 });
  });

  it('of a learner who is gone is not kept', async () => {
    await pool().query('DELETE FROM learner WHERE id = $1', [session.learnerId]);
    expect(await put(1)).toMatchObject({ status: 401 });
  });

  it('makes room for newer ones beyond 200', async () => {
    await pool().query(
      `INSERT INTO draft (learner_id, item, version, body, at, updated_at)
       SELECT $1, 'p/l/i' || n, $2, '{}', 1, now() - make_interval(days => 1, secs => n) FROM generate_series(1, 205) n`,
      [session.learnerId, version],
    );
    await put(1);
    const { rows } = await pool().query('SELECT count(*)::int AS count FROM draft WHERE learner_id = $1', [
      session.learnerId,
    ]);
    expect(rows).toEqual([{ count: 200 }]);
    expect(await kept()).toHaveLength(1);
  });
});
