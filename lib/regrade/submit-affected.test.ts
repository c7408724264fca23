import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { registerVersions } from '@/lib/attempts/submit-versions';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { readAhead } from '@/lib/curriculum/read-curriculum';
import { soundFiles, writeContent } from '@/lib/curriculum/test-content';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { affectedLines } from '@/lib/regrade/affected-lines';
import { affectedBy } from '@/lib/regrade/submit-affected';

withTestDatabase();

const quiz = 'tcp-tls/03-handshakes/quiz.yaml';
const item = 'tcp-tls/handshakes/syn-ack-number';
const before = soundFiles[quiz] ?? '';

async function taught(text: string) {
  return readAhead([await writeContent({ ...soundFiles, [quiz]: text })]);
}

test('who has answered a question is told when its key or its wording is edited, and not when only words beside it are', async () => {
  const versions = await registerVersions(await taught(before));
  const known = versions.current(item);
  if (!known) throw new Error(`there is no ${item}`);
  for (const choice of ['next', 'same', 'same']) {
    const learner = await testLearner();
    const row = {
      item,
      version: known.version,
      keyRevision: 1,
      response: { choice },
      detail: {},
      seq: 1,
      answeredAt: null,
    };
    await storeAttempts([{ ...learner, id: randomUUID(), ...row, earned: choice === 'next' ? 1 : 0, possible: 1 }]);
  }
  expect(await affectedBy(await taught(before))).toEqual([]);
  expect(await affectedBy(await taught(before.replace('A SYN takes a number.', 'It counts.')))).toEqual([]);

  const other = before
    .replace('feedback: { en: That one arrived., zh: 那个已经到了。 } }', 'right: true }')
    .replace('zh: "40922" }, right: true }', 'zh: "40922" }, feedback: { en: That is next., zh: 那是下一个。 } }');
  const [key] = await affectedBy(await taught(other));
  expect(key).toMatchObject({ item, edit: 'key', answers: 3, learners: 3, better: 2, worse: 1, learnersChanged: 3 });
  expect(key?.reason).toEqual(['options.same.right: absent → true', 'options.next.right: true → absent']);

  const reworded = await affectedBy(await taught(before.replace('Which number?', 'Which one?')));
  expect(reworded).toMatchObject([{ edit: 'wording', answers: 3, learners: 3, better: 0, worse: 0 }]);
  expect(affectedLines(reworded)).toEqual([
    `${item}: it reads otherwise now; 3 answers of 3 learners to the earlier wording keep their grades`,
  ]);

  const both = await affectedBy(await taught(other.replace('Which number?', 'Which one?')));
  expect(both).toMatchObject([{ edit: 'wording', answers: 3, better: 2, worse: 1 }]);
  // Asking writes nothing down.
  expect((await pool().query('SELECT FROM question_version WHERE item = $1', [item])).rowCount).toBe(1);
});
