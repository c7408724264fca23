import { assignmentStandings } from '@/lib/assignments/assignment-standings';
import {
  holdAssignment,
  retimeRuns,
  updateAssignment,
  updateFrozen,
  withdrawAssignment,
} from '@/lib/assignments/change-assignment-store';
import { findClassAssignment } from '@/lib/assignments/class-assignment-store';
import { Faults, type FieldFault } from '@/lib/assignments/field-fault';
import { mayChange } from '@/lib/assignments/may-change';
import { practicePlan } from '@/lib/assignments/plan-practice';
import { readDates } from '@/lib/assignments/read-dates';
import { readPolicy } from '@/lib/assignments/read-policy';
import { readTitle } from '@/lib/assignments/read-title';
import { taughtTo } from '@/lib/assignments/taught-to';
import type { Assignment } from '@/lib/attempts/assignment';
import { makeAssignment } from '@/lib/attempts/make-assignment';
import { audit } from '@/lib/audit/audit-store';
import type { ClassSeen } from '@/lib/classes/classroom';
import { transaction } from '@/lib/db/transaction';

export type Changed =
  | { readonly kind: 'changed' }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  /** There is none of that id in this class, or nothing of it may be changed any more. */
  | { readonly kind: 'refused' };

const refused: Changed = { kind: 'refused' };

/** How many have begun: of a quiz have a run, of practice have done something. */
export async function countBegun(assignment: Assignment): Promise<number> {
  const standings = await assignmentStandings(assignment);
  const isBegun = assignment.policy.kind === 'practice' ? 'earned' : 'run';
  return standings.filter(({ sittingId, score }) => (isBegun === 'earned' ? score.earned > 0 : sittingId !== null))
    .length;
}

/** Changes title, dates and rules as far as they may still be changed; what may not is left as it is, whatever the form says. */
export async function changeAssignment({ classroom, actor }: ClassSeen, id: string, form: FormData): Promise<Changed> {
  const found = await findClassAssignment(classroom.id, id);
  if (!found) return refused;
  const practised = found.policy.kind === 'practice' ? await countBegun(found) : 0;
  return transaction(async (client): Promise<Changed> => {
    const held = await holdAssignment(client, classroom.id, id);
    if (!held) return refused;
    const { assignment: before, runs, now } = held;
    const may = mayChange(before, runs + practised, classroom.archivedAt !== null);
    if (!may.title) return refused;
    const faults = new Faults();
    const title = readTitle(form, faults);
    const dates = readDates(form, classroom.timeZone, faults, may.opens ? undefined : before.opensAt);
    const policy = may.rules ? readPolicy(form, before.policy.kind, faults) : before.policy;
    const after = { ...before, ...(title ? { title } : {}), ...dates, policy };
    if (dates && after.dueAt.getTime() !== before.dueAt.getTime()) {
      if (may.due === 'later' && after.dueAt < before.dueAt) faults.add('due', 'due-earlier');
      else if (after.dueAt <= now && before.dueAt > now) faults.add('due', 'already-over');
    }
    if (faults.all.length > 0) return { kind: 'faults', faults: faults.all };
    await updateAssignment(client, after);
    await retimeRuns(client, id);
    const detail = { from: told(before), to: told(after) };
    await audit({ actor, action: 'assignment-changed', subject: id, classId: classroom.id, detail }, client);
    return { kind: 'changed' };
  });
}

/** Of what is written down: no words, the title may name somebody. */
function told({ opensAt, dueAt, policy }: Assignment): object {
  return { opensAt, dueAt, policy };
}

/** Asks what stands in the content today instead of what stood there when it was set, while nobody has begun. */
export async function refreshWording({ classroom, actor }: ClassSeen, id: string): Promise<Changed> {
  const found = await findClassAssignment(classroom.id, id);
  if (!found) return refused;
  const taught = await taughtTo(classroom.id);
  const practised = found.policy.kind === 'practice' ? await countBegun(found) : 0;
  return transaction(async (client): Promise<Changed> => {
    const held = await holdAssignment(client, classroom.id, id);
    if (!held) return refused;
    const { assignment, runs } = held;
    if (!mayChange(assignment, runs + practised, classroom.archivedAt !== null).wording) return refused;
    const faults = new Faults();
    const { policy, selection, classId, title, opensAt, dueAt } = assignment;
    if (policy.kind === 'practice' || selection.kind === 'work') {
      if (selection.kind !== 'work') return refused;
      const plan = practicePlan({ ...selection, draws: [] }, taught.curriculum, (item) => taught.current(item), faults);
      if (!plan) return { kind: 'faults', faults: faults.all };
      await updateFrozen(client, { ...assignment, ...plan });
    } else {
      const made = makeAssignment(taught, { classId, title, policy, selection, opensAt, dueAt });
      if (made.kind === 'refused')
        return { kind: 'faults', faults: [{ field: 'chosen', code: 'unknown-item', found: made.name }] };
      await updateFrozen(client, { ...assignment, frozen: made.assignment.frozen });
    }
    await audit({ actor, action: 'assignment-changed', subject: id, classId, detail: { wording: 'today' } }, client);
    return { kind: 'changed' };
  });
}

/** Takes an assignment back. What was answered stays with who answered it. */
export function withdraw({ classroom, actor }: ClassSeen, id: string): Promise<Changed> {
  return transaction(async (client): Promise<Changed> => {
    const held = await holdAssignment(client, classroom.id, id);
    if (!held || held.assignment.withdrawnAt || classroom.archivedAt) return refused;
    await withdrawAssignment(client, id);
    const entry = { actor, action: 'assignment-withdrawn', subject: id, classId: classroom.id } as const;
    await audit({ ...entry, detail: { runs: held.runs } }, client);
    return { kind: 'changed' };
  });
}
