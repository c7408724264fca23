import type { Changed } from '@/lib/assignments/change-assignment';
import { holdAssignment, retimeRuns } from '@/lib/assignments/change-assignment-store';
import { readRecipient } from '@/lib/assignments/extension';
import { countExtensions, giveExtension, takeExtension } from '@/lib/assignments/extension-store';
import { Faults } from '@/lib/assignments/field-fault';
import { readMoment } from '@/lib/assignments/read-dates';
import { numberIn } from '@/lib/assignments/read-policy';
import { audit } from '@/lib/audit/audit-store';
import { formText } from '@/lib/auth/form';
import { isUuid } from '@/lib/classes/class-for';
import type { ClassSeen } from '@/lib/classes/classroom';
import { transaction } from '@/lib/db/transaction';

const mostExtensions = 2_000;
const refused: Changed = { kind: 'refused' };

/** Gives a learner or a group a later date, a longer clock, or both. Runs that are open already get it too. */
export function extend({ classroom, actor }: ClassSeen, assignmentId: string, form: FormData): Promise<Changed> {
  return transaction(async (client): Promise<Changed> => {
    const held = await holdAssignment(client, classroom.id, assignmentId);
    if (!held || held.assignment.withdrawnAt || classroom.archivedAt) return refused;
    const { assignment } = held;
    const faults = new Faults();
    const to = readRecipient(formText(form, 'who'));
    if (!to || ('learnerId' in to && !isUuid(to.learnerId))) faults.add('who', 'missing');
    const dueAt =
      formText(form, 'due').trim() === '' ? null : readMoment(form, 'due', classroom.timeZone, 'later', faults);
    const timeFactor = numberIn(form, 'factor', { min: 1, max: 10, usual: 1 }, faults);
    if (dueAt && dueAt <= assignment.dueAt) faults.add('due', 'due-earlier');
    if (dueAt === null && timeFactor === 1 && faults.all.length === 0) faults.add('due', 'missing');
    if ((await countExtensions(client, assignmentId)) >= mostExtensions)
      faults.add('who', 'no-more', String(mostExtensions));
    if (faults.all.length > 0 || !to || dueAt === undefined) return { kind: 'faults', faults: faults.all };
    const learnerId = 'learnerId' in to ? to.learnerId : null;
    const groupName = 'groupName' in to ? to.groupName : null;
    const given = { learnerId, groupName, dueAt, timeFactor };
    if (!(await giveExtension(client, classroom.id, assignmentId, given)))
      return { kind: 'faults', faults: [{ field: 'who', code: 'nobody' }] };
    await retimeRuns(client, assignmentId);
    const detail = { learnerId, isGroup: groupName !== null, dueAt, timeFactor };
    await audit({ actor, action: 'extension-given', subject: assignmentId, classId: classroom.id, detail }, client);
    return { kind: 'changed' };
  });
}

/** Takes one back: what another extension gives stays. */
export function unextend({ classroom, actor }: ClassSeen, assignmentId: string, id: string): Promise<Changed> {
  return transaction(async (client): Promise<Changed> => {
    const held = await holdAssignment(client, classroom.id, assignmentId);
    if (!held || held.assignment.withdrawnAt || classroom.archivedAt) return refused;
    if (!(await takeExtension(client, assignmentId, id))) return refused;
    await retimeRuns(client, assignmentId);
    await audit(
      { actor, action: 'extension-taken', subject: assignmentId, classId: classroom.id, detail: { extension: id } },
      client,
    );
    return { kind: 'changed' };
  });
}
