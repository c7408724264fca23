import { audit } from '@/lib/audit/audit-store';
import type { ClassSeen } from '@/lib/classes/classroom';
import { transaction } from '@/lib/db/transaction';
import { findBookLearner } from '@/lib/gradebook/book-learner-store';
import { type DecisionEntry, insertDecision } from '@/lib/gradebook/decision-store';
import { findColumn } from '@/lib/gradebook/submit-columns';

export const longestReason = 1_000;

/** What a form asks to be decided, as it was typed. */
export type WantedDecision = {
  readonly learnerId: string;
  readonly column: string;
  readonly kind: 'given' | 'excused' | 'removed';
  /** Hundredths: `87.5`. */
  readonly percent: string;
  readonly reason: string;
  /** The revision that the form shows. */
  readonly follows: number;
};

export type Decided =
  | { readonly kind: 'decided' }
  | {
      readonly kind: 'faulty';
      readonly percent?: 'no-number' | 'out-of-range';
      readonly reason?: 'missing' | 'too-long';
    }
  /** Somebody decided since the form was opened. */
  | { readonly kind: 'overtaken'; readonly by: DecisionEntry | undefined }
  /** No learner or no column of this class. */
  | { readonly kind: 'unknown' };

/** Reads `87.5`, `87,5` or `87.5 %` as a share from 0 to 1. */
export function readPercent(text: string): number | 'no-number' | 'out-of-range' {
  const form = /^([+-]?\d{1,9}(?:[.,]\d{1,9})?)\s*[%％]?$/.exec(text.normalize('NFKC').trim());
  if (!form?.[1]) return 'no-number';
  const percent = Number(form[1].replace(',', '.'));
  return percent >= 0 && percent <= 100 ? percent / 100 : 'out-of-range';
}

const actions = { given: 'grade-overridden', excused: 'work-excused', removed: 'grade-restored' } as const;

/** Gives a score in place of the one that was earned, excuses, or takes either back. Ask `actingClass(…, 'override:grade')` first. */
export async function decide({ classroom, actor }: ClassSeen, wanted: WantedDecision): Promise<Decided> {
  const { learnerId, column, kind, follows } = wanted;
  const classId = classroom.id;
  if (!(await findBookLearner(classId, learnerId)) || !(await findColumn(classroom, column)))
    return { kind: 'unknown' };
  const share = kind === 'given' ? readPercent(wanted.percent) : null;
  const reason = wanted.reason.replaceAll('\0', '').trim();
  const fault =
    kind !== 'removed' && reason === '' ? 'missing' : reason.length > longestReason ? 'too-long' : undefined;
  if (typeof share === 'string' || fault)
    return { kind: 'faulty', ...(typeof share === 'string' && { percent: share }), ...(fault && { reason: fault }) };
  return transaction(async (client) => {
    const decision = { classId, learnerId, column, kind, share, reason, decidedBy: actor.id, follows };
    const outcome = await insertDecision(client, decision);
    if (outcome.kind === 'decided') {
      const detail = { column, revision: follows + 1, ...(share === null ? {} : { share }) };
      await audit({ actor, action: actions[kind], subject: learnerId, classId, detail }, client);
    }
    return outcome;
  });
}
