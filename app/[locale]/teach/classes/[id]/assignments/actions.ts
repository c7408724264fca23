'use server';

import { notFound, redirect } from 'next/navigation';
import { faultState, warningState } from '@/components/assignments/said-faults';
import { typedIn, type WorkFormState } from '@/components/assignments/work-form-state';
import { type Changed, changeAssignment, refreshWording, withdraw } from '@/lib/assignments/change-assignment';
import { isAssignmentKind } from '@/lib/assignments/read-policy';
import { setAssignment } from '@/lib/assignments/submit-assignment';
import { extend, unextend } from '@/lib/assignments/submit-extension';
import { itemLabel } from '@/lib/assignments/work-tree';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { isUuid } from '@/lib/classes/class-for';
import { actingClass, type ThisClass } from '@/lib/classes/this-class';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { assignmentsWords } from '@/lib/words/assignments';

export async function setAction(_before: WorkFormState, form: FormData): Promise<WorkFormState> {
  const seen = await assigning(form);
  const [locale, kind] = [formLocale(form), formText(form, 'kind')];
  const words = assignmentsWords[locale];
  if (!isAssignmentKind(kind)) notFound();
  if (seen.classroom.archivedAt) return { problem: words.form.archived, values: typedIn(form) };
  const result = await setAssignment(seen, kind, form);
  switch (result.kind) {
    case 'faults':
      return faultState(result.faults, form, locale);
    case 'warned': {
      const taught = await curriculum();
      const nameOf = (id: string) => {
        const item = taught.item(id);
        return item ? itemLabel(item, locale) : id;
      };
      return warningState(result.warnings, nameOf, form, locale);
    }
    case 'set':
      return goTo(`${placeOf(form, seen)}/${result.id}`);
  }
}

export async function changeAction(_before: WorkFormState, form: FormData): Promise<WorkFormState> {
  const seen = await assigning(form);
  return answer(
    form,
    await changeAssignment(seen, assignmentIn(form), form),
    `${placeOf(form, seen)}/${assignmentIn(form)}?saved=${Date.now().toString(36)}`,
  );
}

export async function extendAction(_before: WorkFormState, form: FormData): Promise<WorkFormState> {
  const seen = await assigning(form);
  // Another address each time: to the same one, with another place on it, a browser would not go.
  const address = `${placeOf(form, seen)}/${assignmentIn(form)}?given=${Date.now().toString(36)}#more-time`;
  return answer(form, await extend(seen, assignmentIn(form), form), address);
}

/** The following are buttons: they end on the assignment's page, which shows what holds now. */
export async function unextendAction(form: FormData): Promise<void> {
  const seen = await assigning(form);
  const extension = formText(form, 'extension');
  if (isUuid(extension)) await unextend(seen, assignmentIn(form), extension);
  redirect(`${placeOf(form, seen)}/${assignmentIn(form)}#more-time`);
}

export async function refreshAction(form: FormData): Promise<void> {
  const seen = await assigning(form);
  await refreshWording(seen, assignmentIn(form));
  redirect(`${placeOf(form, seen)}/${assignmentIn(form)}`);
}

export async function withdrawAction(form: FormData): Promise<void> {
  const seen = await assigning(form);
  await withdraw(seen, assignmentIn(form));
  redirect(`${placeOf(form, seen)}/${assignmentIn(form)}`);
}

/** Asked by every action for itself. */
async function assigning(form: FormData): Promise<ThisClass> {
  const seen = await actingClass(formText(form, 'class'), 'assign:work');
  if (!seen) notFound();
  return seen;
}

function assignmentIn(form: FormData): string {
  const id = formText(form, 'assignment');
  if (!isUuid(id)) notFound();
  return id;
}

function placeOf(form: FormData, { classroom }: ThisClass): string {
  return `/${formLocale(form)}/teach/classes/${classroom.id}/assignments`;
}

async function answer(form: FormData, changed: Changed, address: string): Promise<WorkFormState> {
  const locale = formLocale(form);
  switch (changed.kind) {
    case 'changed':
      return goTo(address);
    case 'faults':
      return faultState(changed.faults, form, locale);
    case 'refused':
      return { problem: assignmentsWords[locale].page.refused, values: typedIn(form) };
  }
}
