import type { NewAttempt } from '@/lib/attempts/attempt';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { openDraw } from '@/lib/attempts/draw-store';
import { drawnVersion } from '@/lib/attempts/drawn-version';
import { recordHelp } from '@/lib/attempts/help-store';
import type { KnownVersion } from '@/lib/attempts/known-version';
import type { Versions } from '@/lib/attempts/submit-versions';
import { isTemplate, tryInstantiate } from '@/lib/quiz/variants/instantiate';
import type { Answers } from './answered';
import type { Dice } from './dice';
import { type Moment, moveHelp } from './past-store';
import type { PlannedItem, PlannedTry } from './weeks';

export type Present = { readonly learnerId: string; readonly sessionId: string };
type Practice = { readonly who: Present; readonly plan: PlannedItem };

const batch = 250;

/** Stores answers as the product's writer does, and says when each is to have been given. */
export async function stored(attempts: readonly NewAttempt[]): Promise<void> {
  const inOrder = [...attempts].sort((one, other) => (one.learnerId < other.learnerId ? -1 : 1));
  for (let from = 0; from < inOrder.length; from += batch) {
    const outcomes = await storeAttempts(inOrder.slice(from, from + batch));
    const refused = outcomes.find(({ kind }) => kind !== 'stored');
    if (refused) throw new Error(`an answer of the demonstration was not stored: ${JSON.stringify(refused)}`);
  }
}

/** Six weeks of practice of a whole class: all first tries, then the help that was asked for, then all second ones … */
export async function practise(
  practices: readonly Practice[],
  { answers, known, dice }: { answers: Answers; known: Versions; dice: Dice },
): Promise<Moment[]> {
  const moments: Moment[] = [];
  const longest = Math.max(0, ...practices.map(({ plan }) => plan.tries.length));
  for (let number = 0; number < longest; number += 1) {
    const now = practices.flatMap(({ who, plan }) => {
      const planned = plan.tries[number];
      const version = known.current(plan.item);
      return planned && version ? [{ who, planned, version }] : [];
    });
    const attempts: NewAttempt[] = [];
    for (const { who, planned, version } of now) {
      const attempt = await attemptAt(planned, who, version, { answers, dice });
      if (!attempt) continue;
      attempts.push(attempt);
      moments.push({ learnerId: who.learnerId, id: attempt.id, at: planned.at });
    }
    await stored(attempts);
    for (const { who, planned, version } of now) await askHelp(planned, who, version);
  }
  return moments;
}

async function attemptAt(
  { right, at }: PlannedTry,
  who: Present,
  version: KnownVersion,
  { answers, dice }: { answers: Answers; dice: Dice },
): Promise<NewAttempt | undefined> {
  const seq = Math.floor(at.getTime() / 1000) % 2_000_000_000;
  const draw = await drawOf(who, version, dice);
  const known = draw === undefined ? version : await drawnVersion(who.learnerId, version, draw);
  return known && answers.give({ ...who, known, right, seq, draw });
}

/** Numbers of their own for a variant, by these dice. Undefined for what has none. */
export async function drawOf(
  { learnerId }: Pick<Present, 'learnerId'>,
  { form, item, version, keyRevision }: KnownVersion,
  dice: Dice,
  sitting: string | null = null,
): Promise<string | undefined> {
  if (form.kind !== 'question' || !isTemplate(form.question)) return undefined;
  let seed = dice.hex(16);
  while (tryInstantiate(form.question, seed).kind !== 'instance') seed = dice.hex(16);
  return (await openDraw({ learnerId, id: dice.uuid(), item, version, keyRevision, seed, sitting })).id;
}

async function askHelp({ helpAfter, at }: PlannedTry, { learnerId }: Present, version: KnownVersion): Promise<void> {
  if (!helpAfter) return;
  const { form, item } = version;
  const hints = form.kind === 'question' ? (form.question.hints ?? []) : form.task.hints;
  if (helpAfter === 'hint' && hints.length === 0) return;
  const number = helpAfter === 'solution' ? 0 : 1;
  await recordHelp(learnerId, { item, version: version.version, number, draw: null });
  await moveHelp({ learnerId, item, version: version.version, number }, new Date(at.getTime() + 20_000));
}
