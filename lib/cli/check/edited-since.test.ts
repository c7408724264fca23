import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { registerVersions } from '@/lib/attempts/submit-versions';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { readAhead } from '@/lib/curriculum/read-curriculum';
import { soundFiles, writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { checkContent } from './content';
import { editedSince } from './edited-since';

const database = withTestDatabase();

const quiz = 'tcp-tls/03-handshakes/quiz.yaml';
const item = 'tcp-tls/handshakes/syn-ack-number';
const sound = soundFiles[quiz] ?? '';
const head = 'note: answered before it was edited (`handrail publish --dry-run` tells whose grades would change):';

let dir: string;
let data: string;

/** Published, and answered by two learners. */
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'handrail-edited-'));
  dir = await writeContent(soundFiles);
  vi.stubEnv('DATA_DIR', data);
  vi.stubEnv('SECRET', 's'.repeat(32));
  vi.stubEnv('DATABASE_URL', database.url);
  await pool().query('TRUNCATE question_version, attempt, learner CASCADE');
  const known = (await registerVersions(await readAhead([dir]))).current(item);
  for (const choice of ['next', 'same']) {
    const row = { item, version: known?.version ?? '', keyRevision: 1, response: { choice }, detail: {}, seq: 1 };
    const graded = { earned: choice === 'next' ? 1 : 0, possible: 1, answeredAt: null };
    await storeAttempts([{ ...(await testLearner()), id: randomUUID(), ...row, ...graded }]);
  }
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of [dir, data]) rmSync(folder, { recursive: true });
});

async function checked(): Promise<readonly string[]> {
  const { looked } = await checkContent([], [dir]);
  return editedSince(looked, [dir]);
}

const edit = (text: string) => writeFileSync(join(dir, quiz), text);
const reworded = sound.replace('Which number?', 'Which one of these?');

test('what was answered before it was edited is told, again at each check, until it is published or taken back', async () => {
  expect(await checked()).toEqual([]);
  edit(reworded);
  const told = [
    head,
    `  ${item}: it reads otherwise now; 2 answers of 2 learners to what it asked before keep their grades`,
  ];
  expect(await checked()).toEqual(told);
  expect(await checked()).toEqual(told);
  edit(sound);
  expect(await checked()).toEqual([]);
  edit(reworded);
  expect(await checked()).toEqual(told);
  await registerVersions(await readAhead([dir]));
  expect(await checked()).toEqual([]);
});

test('an edited key is told with how many were graded by the one before', async () => {
  edit(
    sound
      .replace('feedback: { en: That one arrived., zh: 那个已经到了。 } }', 'right: true }')
      .replace('zh: "40922" }, right: true }', 'zh: "40922" }, feedback: { en: That is next., zh: 那是下一个。 } }'),
  );
  expect(await checked()).toEqual([
    head,
    `  ${item}: its key was edited; 2 answers of 2 learners were graded by the key before`,
  ]);
});

test('what nobody has answered, and words beside a key, are no news', async () => {
  edit(sound.replace('A SYN takes a number.', 'It counts.'));
  expect(await checked()).toEqual([]);
  await pool().query('DELETE FROM attempt');
  edit(reworded);
  expect(await checked()).toEqual([]);
});

test('a database that cannot be reached, or is not there, is no fault; it is asked once it is', async () => {
  edit(reworded);
  for (const url of ['postgresql://nobody@127.0.0.1:1/none', '']) {
    vi.stubEnv('DATABASE_URL', url);
    expect(await checked()).toEqual([]);
  }
  vi.stubEnv('DATABASE_URL', database.url);
  expect(await checked()).toHaveLength(2);
});

test('nothing is asked about what has not changed', async () => {
  expect(await checked()).toEqual([]);
  // Were it asked, it would find that another wording was published meanwhile.
  await pool().query("UPDATE question_version SET version = 'other'");
  expect(await checked()).toEqual([]);
});
