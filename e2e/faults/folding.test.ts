import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startApp } from '@/e2e/faults/database-app-process';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { type Database, openDatabase } from '@/lib/db/database';
import { pool } from '@/lib/db/pool';

import { fold } from '@/lib/gradebook/submit-fold';
import {
  answer,
  enrol,
  giveGrade,
  keptAndCounted,
  makeClass,
  makeLearner,
  testContent,
} from '@/lib/gradebook/test-fold-store';

const rounds = process.env.HANDRAIL_FULL ? 30 : 3;
const answersARound = process.env.HANDRAIL_FULL ? 1_000 : 150;
const items = ['p/x/a', 'p/x/b', 'p/x/c', 'p/y/d', 'p/y/e'];
const content = testContent();

let database: Database;
const folder = () => inject('testDatabaseFolder');
const dataDir = () => `${folder()}/folding`;

beforeAll(async () => {
  database = await openDatabase({ DATA_DIR: dataDir() }, { systemFolder: folder() });
});
afterAll(() => database.close());

async function foldRest(): Promise<void> {
  for (;;) {
    const folded = await fold(undefined, content);
    if (folded.kind === 'folded' && folded.isAll) return;
  }
}

function kill(app: ReturnType<typeof startApp>): Promise<number | null> {
  app.process.kill('SIGKILL');
  return app.hasEnded;
}

test(`answers, marks, comings and goings while two processes fold and are killed, ${rounds} rounds: what is kept is what counting anew comes to`, {
  timeout: 3_600_000,
}, async () => {
  const classes = [await makeClass(), await makeClass('UTC')];
  const learners: string[] = [];
  for (let n = 0; n < 12; n += 1) learners.push(await makeLearner(`Learner ${n}`));
  for (const [n, learner] of learners.entries()) await enrol(learner, classes[n % 2] ?? '');
  let stored = 0;
  for (let round = 0; round < rounds; round += 1) {
    const folding = [
      startApp(dataDir(), folder(), 'e2e/faults/folding-app.ts'),
      startApp(dataDir(), folder(), 'e2e/faults/folding-app.ts'),
    ];
    await Promise.race(folding.map((app) => app.storesMore(1)));
    const stream = async (lane: number) => {
      for (let n = lane; n < answersARound; n += 4) {
        const learnerId = learners[(n * 7 + round) % learners.length] ?? '';
        const id = await answer({
          learnerId,
          item: items[(n + round) % items.length] ?? '',
          share: n % 3 === 0 ? 1 : 0.5,
          withheld: n % 11 === 0,
        });
        if (id) stored += 1;
        if (id && n % 5 === 0) await giveGrade(learnerId, id, (n % 2) / 2, 2 + round);
        if (n % 13 === 0) await enrol(learnerId, classes[(n + round) % 2] ?? '');
        if (n % 29 === 0) await pool().query('UPDATE enrolment SET left_at = now() WHERE learner_id = $1', [learnerId]);
        if (n === 60) await eraseLearner(learnerId);
      }
    };
    const answering = Promise.all([0, 1, 2, 3].map(stream));
    const [first, second] = folding;
    if (first && second) {
      await Promise.race([second.storesMore(3), answering]);
      await kill(first);
      await answering;
      await kill(second);
    }
    await foldRest();
    for (const one of classes) {
      const { kept, counted } = await keptAndCounted(one, content);
      expect(kept).toEqual(counted);
    }
  }
  expect(stored).toBeGreaterThan(rounds * 50);
  console.log(`${stored} answers folded over ${rounds * 2} kills; every count equal`);
});

test('a process that folds something twice is found', async () => {
  const one = await makeClass();
  const learner = await makeLearner();
  await enrol(learner, one);
  await answer({ learnerId: learner, item: 'p/x/a', share: 1 });
  const faulty = startApp(dataDir(), folder(), 'e2e/faults/folding-app.ts', ['twice']);
  await faulty.storesMore(1);
  await kill(faulty);
  const { kept, counted } = await keptAndCounted(one, content);
  expect(kept).not.toEqual(counted);
});
