import type { KnownVersion, SecretForm } from '@/lib/attempts/known-version';
import { type ReadAnswer, rejected } from '@/lib/attempts/sent-answers';
import { frozenItem } from '@/lib/attempts/sitting';
import { findSitting, type SittingRead } from '@/lib/attempts/sitting-store';
import type { Versions } from '@/lib/attempts/submit-versions';

type Rejected = ReturnType<typeof rejected>;

/** What an answer is graded by, and the run it is given in (null: practice). */
export type AnsweredVersion = { kind: 'version'; version: KnownVersion; run: SittingRead | null };

/** Assessed questions are asked in a sitting and nowhere else: elsewhere they are as unknown as one that never was. */
export function isAssessed(form: SecretForm): boolean {
  return form.kind === 'question' && form.question.use === 'assessed';
}

/** Finds the version an answer names: the newest key of it in practice, the key that was frozen in a sitting. */
export async function versionOfAnswer(
  learnerId: string,
  answer: ReadAnswer,
  known: Versions,
): Promise<AnsweredVersion | Rejected> {
  return answer.sitting === undefined
    ? inPractice(answer, known)
    : inSitting(learnerId, { ...answer, sitting: answer.sitting }, known);
}

async function inPractice(answer: ReadAnswer, known: Versions): Promise<AnsweredVersion | Rejected> {
  if (answer.assignment !== undefined)
    return rejected(answer.id, 'unknown-assignment', 'assignment', 'no such assignment is open');
  const unknownItem = rejected(answer.id, 'unknown-item', 'item', 'there is no such question or task');
  // An answer that names an old id is graded as what it was asked as; whether it may be asked is today's.
  const current = known.today(answer.item);
  if (current && isAssessed(current.form)) return unknownItem;
  const version = await known.newest(answer.item, answer.version);
  if (!version)
    return current
      ? rejected(answer.id, 'unknown-version', 'version', 'this item was never asked in that version')
      : unknownItem;
  return isAssessed(version.form) ? unknownItem : { kind: 'version', version, run: null };
}

async function inSitting(
  learnerId: string,
  answer: ReadAnswer & { sitting: string },
  known: Versions,
): Promise<AnsweredVersion | Rejected> {
  const run = await findSitting(learnerId, answer.sitting);
  const frozen = run && frozenItem(run.sitting, answer.item, answer.version);
  const version = frozen && (await known.exact(frozen.item, frozen.version, frozen.keyRevision));
  if (!version) return rejected(answer.id, 'unknown-sitting', 'sitting', 'this item is not asked in that sitting');
  if (answer.assignment !== undefined && answer.assignment !== run.sitting.assignment)
    return rejected(answer.id, 'unknown-assignment', 'assignment', 'that sitting belongs to another assignment');
  if ((answer.draw ?? null) !== frozen.draw)
    return rejected(answer.id, 'unknown-draw', 'draw', 'this item was given other numbers in that sitting');
  return { kind: 'version', version, run };
}
