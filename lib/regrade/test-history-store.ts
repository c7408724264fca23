import { randomUUID } from 'node:crypto';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { publicFormOf, type SecretForm } from '@/lib/attempts/known-version';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import { pool } from '@/lib/db/pool';
import { grade } from '@/lib/quiz/grade';
import { type Question, questionSchema } from '@/lib/quiz/question';
import { versionOf } from '@/lib/quiz/question-version';

/** A question about ports whose right options are given. */
export function portsQuestion(id: string, right: readonly string[], more: object = {}): Question {
  const options = ['a', 'b', 'c', 'd'].map((option) => ({
    id: option,
    text: { en: `Port ${option}`, zh: `端口${option}` },
    ...(right.includes(option) ? { right: true } : {}),
  }));
  return questionSchema.parse({
    id,
    kind: 'multiple-choice',
    objective: 'ports',
    prompt: { en: `Which of these? (${id})`, zh: `哪些？（${id}）` },
    options,
    ...more,
  });
}

/** Writes down a question's next key; the version is the same as long as nothing shows. */
export async function publish(item: string, question: Question): Promise<string> {
  const form: SecretForm = { kind: 'question', question };
  const version = versionOf(publicFormOf(form));
  await pool().query(
    `INSERT INTO question_version (item, version, key_revision, public_form, secret_form)
     SELECT $1, $2, coalesce(max(key_revision), 0) + 1, $3::jsonb, $4::jsonb FROM question_version WHERE item = $1 AND version = $2`,
    [item, version, JSON.stringify(publicFormOf(form)), JSON.stringify(form)],
  );
  return version;
}

export type Given = { readonly item: string; readonly choices: readonly string[]; readonly minute: number };

/** A learner who gave these answers, graded by these questions, at so many minutes after a fixed moment. */
export async function learnerWith(
  given: readonly Given[],
  questions: ReadonlyMap<string, Question>,
): Promise<TestLearner & { attempts: string[] }> {
  const learner = await testLearner();
  const attempts: string[] = [];
  for (const [seq, { item, choices, minute }] of given.entries()) {
    const question = questions.get(item);
    if (question?.kind !== 'multiple-choice') throw new Error(`there is no ${item}`);
    const verdict = grade(question, { choices: [...choices] });
    if (verdict.kind !== 'scored') throw new Error(`${item} cannot be graded`);
    const id = randomUUID();
    attempts.push(id);
    const version = versionOf(publicFormOf({ kind: 'question', question }));
    const { earned, possible } = verdict;
    const response = { choices: [...choices] };
    const row = { item, version, keyRevision: 1, response, earned, possible, detail: {}, seq, answeredAt: null };
    await storeAttempts([{ ...learner, id, ...row }]);
    await pool().query(
      "UPDATE attempt SET received_at = timestamptz '2026-01-01' + make_interval(mins => $3) WHERE learner_id = $1 AND id = $2",
      [learner.learnerId, id, minute],
    );
  }
  return { ...learner, attempts };
}
