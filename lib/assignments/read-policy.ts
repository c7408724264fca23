import type { Faults } from '@/lib/assignments/field-fault';
import type { AssignmentPolicy } from '@/lib/attempts/policy';
import { formText } from '@/lib/auth/form';

export const assignmentKinds = ['practice', 'graded', 'timed'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

export function isAssignmentKind(text: unknown): text is AssignmentKind {
  return typeof text === 'string' && (assignmentKinds as readonly string[]).includes(text);
}

/** The rules as they were typed: `minutes`, `tries`, `credit` ("100, 70, 40"), `feedback`, `late-hours`, `late-credit` (percent). */
export function readPolicy(form: FormData, kind: AssignmentKind, faults: Faults): AssignmentPolicy {
  const hours = numberIn(form, 'late-hours', { min: 0, max: 24 * 365, usual: 0 }, faults);
  const lateShare = numberIn(form, 'late-credit', { min: 0, max: 100, usual: 100 }, faults);
  const late = { hours, credit: lateShare / 100 };
  if (kind === 'practice') return { kind, late: { hours, credit: 1 } };
  const rules = {
    tries: numberIn(form, 'tries', { min: 1, max: 20, usual: 1, isWhole: true }, faults),
    credit: creditIn(form, faults),
    feedback: feedbackIn(form),
    late,
  };
  if (kind === 'graded') return { kind, ...rules };
  return { kind, minutes: numberIn(form, 'minutes', { min: 1, max: 24 * 60 }, faults), ...rules };
}

type Range = { min: number; max: number; usual?: number; isWhole?: true };

/** A number as people type it: a comma may stand for the point. */
export function numberIn(form: FormData, name: string, { min, max, usual, isWhole }: Range, faults: Faults): number {
  const typed = formText(form, name).trim();
  if (typed === '' && usual !== undefined) return usual;
  const value = /^-?\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
  if (typed === '') faults.add(name, 'missing');
  else if (Number.isNaN(value) || (isWhole && !Number.isInteger(value))) faults.add(name, 'not-a-number', typed);
  else if (value < min || value > max) faults.add(name, 'out-of-range', `${min}–${max}`);
  return value >= min && value <= max ? value : min;
}

/** `100, 70, 40`: what the first try may earn, the second, and every further one. */
function creditIn(form: FormData, faults: Faults): number[] {
  const typed = formText(form, 'credit').trim();
  const pieces = typed.split(/[\s,;，、；%]+/).filter((piece) => piece !== '');
  if (pieces.length === 0) return [1];
  const shares = pieces.map((piece) => (/^\d{1,3}(\.\d+)?$/.test(piece) ? Number(piece) / 100 : Number.NaN));
  if (shares.some(Number.isNaN)) faults.add('credit', 'not-a-number', typed);
  else if (shares.some((one) => one > 1) || shares.length > 20) faults.add('credit', 'out-of-range', '0–100');
  else if (shares.some((one, at) => one > (shares[at - 1] ?? 1))) faults.add('credit', 'credit-rises', typed);
  else return shares;
  return [1];
}

function feedbackIn(form: FormData): 'now' | 'after-due' | 'never' {
  const typed = formText(form, 'feedback');
  return typed === 'now' || typed === 'never' ? typed : 'after-due';
}
