import { beforeEach, expect, test, vi } from 'vitest';
import { findAttempt } from '@/lib/attempts/history-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { learnerWith, portsQuestion, publish } from '@/lib/regrade/test-history-store';
import { register } from './regrade';
import { commandHere, handrailOn } from './test-command';

const database = withTestDatabase();
// The first command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });
const item = 'nets/ports/https';
const run = (...args: string[]) => commandHere({ register }, database.url)('regrade', ...args);
const runApart = (...args: string[]) => handrailOn(database.url)('regrade', ...args);

let learner: string;
let attempt: string;

/** One answer that was right by the key it was given under, and is wrong by the newer one. */
beforeEach(async () => {
  await pool().query('TRUNCATE question_version, attempt, grade, item_state, audit_event, learner CASCADE');
  const wrong = portsQuestion('https', ['a', 'b']);
  await publish(item, wrong);
  const made = await learnerWith([{ item, choices: ['a', 'b'], minute: 1 }], new Map([[item, wrong]]));
  [learner, attempt] = [made.learnerId, made.attempts[0] ?? ''];
  await publish(item, portsQuestion('https', ['c', 'd']));
});

const count = async (table: string) => (await pool().query(`SELECT FROM ${table}`)).rowCount;

async function isUntouched(): Promise<void> {
  expect(await count('grade')).toBe(0);
  expect(await count('audit_event')).toBe(0);
  expect(await findAttempt(learner, attempt)).toMatchObject({ keyRevision: 1 });
}

test('shows whose grade changes from what to what, and changes nothing', async () => {
  const { code, out, err } = await runApart();
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('since key 1: options.a.right: true → absent');
  expect(out).toContain('1 grade of 1 learner change (0 better, 1 worse)');
  expect(out).toContain(`guest ${learner.slice(0, 8)}: `);
  expect(out).toContain('Nothing was changed. `--apply` stores these grades beside the old ones.');
  await isUntouched();
});

test('stores when told to, under the name it is given, and finds nothing to do the second time', async () => {
  const first = await run(item, '--apply', '--yes', '--by', 'ada');
  expect(first.code, first.err).toBe(0);
  expect(first.out).toContain('Done: 1 grade changed. Written down in audit_event as done by ada.');
  expect(await findAttempt(learner, attempt)).toMatchObject({ earned: 0, keyRevision: 2 });
  const { rows } = await pool().query('SELECT actor, action FROM audit_event ORDER BY at');
  expect(rows).toEqual([
    { actor: 'ada', action: 'regrade' },
    { actor: 'ada', action: 'regrade-done' },
  ]);
  const second = await run('--apply', '--yes');
  expect(second.code).toBe(0);
  expect(second.out).toContain('No answer counts by an older key');
  expect([await count('grade'), await count('audit_event')]).toEqual([1, 2]);
});

test('with --format json says one document and nothing else', async () => {
  const { code, out } = await run('--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    applied: false,
    certificates: 0,
    incomparable: [],
    summaries: [{ item, keyRevision: 2, answers: 1, better: 0, worse: 1 }],
    changes: [{ learnerId: learner, attemptId: attempt, to: { earned: 0 } }],
  });
  await isUntouched();
});

test.each([
  ['to store with nobody there to be asked', ['--apply'], /Nobody is there to be asked: .* --apply --yes/],
  ['a yes to nothing', ['--yes'], /--yes only makes sense with --apply/],
  ['earlier wordings of everything', ['--earlier'], /--earlier wants the items named/],
  ['what was never asked', ['nets/ports/https', 'nets/ports/no-such'], /Nobody was ever asked nets\/ports\/no-such\./],
  ['another format', ['--format', 'xml'], /Allowed choices are text, json/],
])('refuses %s with 2, and one sentence', async (_, args, sentence) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^\s+at /m);
  await isUntouched();
});

test('says in one sentence that the database cannot be reached', async () => {
  const { code, err } = await handrailOn('postgresql://nobody@127.0.0.1:1/none')('regrade');
  expect(code).toBe(1);
  expect(err).toMatch(/cannot be reached/);
  expect(err).not.toMatch(/^\s+at /m);
});
