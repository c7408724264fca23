import { randomUUID } from 'node:crypto';
import { readChosen } from '@/lib/assignments/chosen';
import { Faults, type FieldFault } from '@/lib/assignments/field-fault';
import { practicePlan } from '@/lib/assignments/plan-practice';
import { quizSelection } from '@/lib/assignments/plan-quiz';
import { readDates } from '@/lib/assignments/read-dates';
import { type AssignmentKind, readPolicy } from '@/lib/assignments/read-policy';
import { readTitle } from '@/lib/assignments/read-title';
import { taughtTo } from '@/lib/assignments/taught-to';
import type { NewAssignment } from '@/lib/attempts/assignment';
import { insertAssignment } from '@/lib/attempts/assignment-store';
import { type AssignmentWarning, makeAssignment } from '@/lib/attempts/make-assignment';
import { audit } from '@/lib/audit/audit-store';
import { formText } from '@/lib/auth/form';
import type { ClassSeen } from '@/lib/classes/classroom';
import { transaction } from '@/lib/db/transaction';

export type AssignmentSet =
  | { readonly kind: 'set'; readonly id: string }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  /** Nothing is wrong with it, and whoever sets it should know this first. */
  | { readonly kind: 'warned'; readonly warnings: readonly AssignmentWarning[] };

const mostAssignments = 500;

/** Sets work to a class as a form says. Nothing is stored while something is wrong with it, or unsaid. Ask `classFor` before. */
export async function setAssignment(
  { classroom, actor }: ClassSeen,
  kind: AssignmentKind,
  form: FormData,
): Promise<AssignmentSet> {
  const faults = new Faults();
  const title = readTitle(form, faults);
  const dates = readDates(form, classroom.timeZone, faults);
  const policy = readPolicy(form, kind, faults);
  const taught = await taughtTo(classroom.id);
  const chosen = readChosen(form);
  const classId = classroom.id;
  let made: { assignment: NewAssignment; warnings: readonly AssignmentWarning[] } | undefined;
  if (policy.kind === 'practice') {
    const plan = practicePlan(chosen, taught.curriculum, (item) => taught.current(item), faults);
    if (plan && title && dates)
      made = { assignment: { id: randomUUID(), classId, title, policy, ...plan, ...dates }, warnings: [] };
  } else {
    const selection = quizSelection(chosen, taught.curriculum, faults);
    if (selection && title && dates) {
      const result = makeAssignment(taught, { classId, title, policy, selection, ...dates });
      if (result.kind === 'made') made = result;
      else if (result.code === 'too-few') faults.add(`draw:${result.name}`, 'too-few', result.name);
      else faults.add('chosen', 'unknown-item', result.name);
    }
  }
  if (faults.all.length > 0 || !made) return { kind: 'faults', faults: faults.all };
  const { assignment, warnings } = made;
  if (warnings.length > 0 && formText(form, 'anyway') !== 'yes') return { kind: 'warned', warnings };
  const isStored = await transaction(async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM assignment WHERE class_id = $1',
      [classId],
    );
    if ((rows[0]?.n ?? 0) >= mostAssignments) return false;
    await insertAssignment(assignment, client);
    const detail = { kind, items: assignment.frozen.length };
    await audit({ actor, action: 'assignment-made', subject: assignment.id, classId, detail }, client);
    return true;
  });
  if (!isStored)
    return { kind: 'faults', faults: [{ field: 'chosen', code: 'no-more', found: String(mostAssignments) }] };
  return { kind: 'set', id: assignment.id };
}
