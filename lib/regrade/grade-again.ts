import type { AttemptDetail } from '@/lib/attempts/attempt';
import { instanceFor } from '@/lib/attempts/drawn-version';
import { gradeAnswer, type ReplayTask } from '@/lib/attempts/grade-answer';
import type { KnownVersion, SecretForm } from '@/lib/attempts/known-version';
import { grade, misconceptionOf } from '@/lib/quiz/grade';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { QuestionOf } from '@/lib/quiz/question';
import { storedResponse } from '@/lib/quiz/stored-response';
import type { Candidate, Regraded, Target } from '@/lib/regrade/regrade';

type Points = { earned: number; possible: number; detail: AttemptDetail };

/** Grades a stored answer by a newer key: with the learner's own numbers, and a log by replaying it. */
export async function gradeAgain(answer: Candidate, target: Target, replayTask: ReplayTask): Promise<Regraded> {
  if (answer.isByPerson) return { kind: 'kept', why: 'by-a-person' };
  const key = keyFor(answer, target);
  if (key?.keyRevision !== target.key.keyRevision) return { kind: 'kept', why: 'other-numbers' };
  const to = await pointsFor(key.form, answer, replayTask);
  if (!to) return { kind: 'kept', why: 'cannot-be-judged' };
  const { detail, ...points } = to;
  return {
    kind: 'graded',
    grade: {
      learnerId: answer.learnerId,
      learner: answer.learner,
      attemptId: answer.id,
      item: answer.item,
      version: answer.version,
      fromRevision: answer.keyRevision,
      keyRevision: key.keyRevision,
      from: { earned: answer.earned, possible: answer.possible },
      to: points,
      detail,
      reason: target.older.get(answer.keyRevision) ?? [],
    },
  };
}

/** The newer key with the numbers of this answer's draw, if it has one; another key where the newer one would draw other numbers. */
function keyFor({ draw }: Candidate, { key, forms }: Target): KnownVersion | undefined {
  if (!draw) return key;
  const asked = forms.get(draw.keyRevision);
  return instanceFor(key, asked && { ...key, keyRevision: draw.keyRevision, form: asked }, draw.seed);
}

async function pointsFor(form: SecretForm, answer: Candidate, replayTask: ReplayTask): Promise<Points | undefined> {
  if (form.kind === 'question') return pointsForQuestion(form.question, answer.response);
  const known = { item: answer.item, version: answer.version, keyRevision: answer.keyRevision, form };
  const response = handedIn(answer.response);
  const again = await gradeAnswer(known, { id: answer.id, response }, replayTask);
  if (!('kind' in again) || again.earned === null) return undefined;
  return { earned: again.earned, possible: again.possible, detail: again.detail };
}

function pointsForQuestion<K extends Kind>(question: QuestionOf<K>, stored: unknown): Points | undefined {
  const response = storedResponse(question.kind, stored);
  const verdict = grade(question, response);
  if (verdict.kind !== 'scored') return undefined;
  const misconception = misconceptionOf(question, response);
  return {
    earned: verdict.earned,
    possible: verdict.possible,
    detail: misconception === undefined ? {} : { misconception },
  };
}

/** A log of actions, or what was done at the practice server. */
function handedIn(stored: unknown): Record<string, unknown> {
  if (stored === null || typeof stored !== 'object') return { actions: [] };
  if ('practice' in stored) return { practice: stored.practice };
  return { actions: 'actions' in stored ? stored.actions : [] };
}
