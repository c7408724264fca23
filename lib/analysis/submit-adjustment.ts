import { z } from 'zod';
import type { AuditAction } from '@/lib/audit/audit';
import { type Actor, audit } from '@/lib/audit/audit-store';
import { transaction } from '@/lib/db/transaction';
import { jobHandler, jobKind } from '@/lib/jobs/job';
import { addJob } from '@/lib/jobs/job-store';
import { type Change, correctionsWith, keptByPeople, type ScoreChange, scoreChanges } from './adjustment';
import {
  adjustmentsOf,
  bookCorrections,
  bookedRuns,
  insertAdjustment,
  learnersToCorrect,
  lockCorrections,
} from './adjustment-store';

export type Preview = {
  readonly changes: readonly ScoreChange[];
  /** Runs of the class's assignments that ask the question. */
  readonly runs: number;
  /** Answers whose grade a person gave: they keep it. */
  readonly kept: number;
};

/** Whose score would change. Nothing is stored. */
export async function previewAdjustment(classId: string, item: string, change: Change): Promise<Preview> {
  const made = await adjustmentsOf(classId, item);
  const [before, after] = [correctionsWith(made, undefined), correctionsWith(made, change)];
  const runs = await bookedRuns(classId, item, after);
  return {
    changes: scoreChanges(runs, before, after),
    runs: runs.length,
    kept: change.kind === 'accept' ? keptByPeople(runs) : 0,
  };
}

const actions: Record<Change['kind'], AuditAction> = {
  accept: 'answer-accepted',
  'full-credit': 'full-credit-given',
  drop: 'question-dropped',
  undo: 'correction-undone',
};

/** That a class's corrections of an item are to be booked; done again when the process that was at it died. */
export const bookingJob = jobKind({
  name: 'book-corrections',
  payload: z.object({ classId: z.uuid(), item: z.string() }),
});

export const bookingHandler = jobHandler(bookingJob, ({ payload }) => bookAll(payload.classId, payload.item));

/**
 * Corrects an item in the class's own graded work: writes down what was done and by whom, then books it learner by learner. `stale`: what is
 * to be taken back was taken back already, or what is to be done stands already.
 */
export async function adjust(
  classId: string,
  item: string,
  change: Change,
  actor: Actor & { readonly id: string },
): Promise<'done' | 'stale'> {
  const isMade = await transaction(async (client) => {
    await lockCorrections(classId, client);
    const made = await adjustmentsOf(classId, item, client);
    const standing = made.filter(({ isUndone }) => !isUndone);
    const isStale =
      change.kind === 'undo'
        ? !standing.some(({ number }) => number === change.number)
        : standing.some(
            ({ kind, answer }) => kind === change.kind && (change.kind !== 'accept' || isSame(answer, change.answer)),
          );
    if (isStale) return false;
    const detail =
      change.kind === 'accept' ? { answer: change.answer } : change.kind === 'undo' ? { number: change.number } : {};
    const auditId = await audit({ actor, action: actions[change.kind], subject: item, classId, detail }, client);
    await insertAdjustment(client, { classId, item, change, madeBy: actor.id, auditId });
    await addJob(bookingJob, { classId, item }, { key: `${classId} ${item}` }, client);
    return true;
  });
  if (!isMade) return 'stale';
  await bookAll(classId, item);
  return 'done';
}

/** Keys may stand in another order in what the database gave back. */
function isSame(one: object | null, other: object): boolean {
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

async function bookAll(classId: string, item: string): Promise<void> {
  for (const learnerId of await learnersToCorrect(classId, item)) await bookCorrections(classId, item, learnerId);
}
