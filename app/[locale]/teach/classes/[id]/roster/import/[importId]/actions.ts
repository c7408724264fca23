'use server';

import { notFound, redirect } from 'next/navigation';
import { formLocale, formText } from '@/lib/auth/form';
import { isUuid } from '@/lib/classes/class-for';
import { takeOver } from '@/lib/classes/roster/roster-import-store';
import { mayEnrolOthers } from '@/lib/classes/roster/submit-roster';
import { actingClass } from '@/lib/classes/this-class';

/** Yes: takes the roster over, all of it or without its bad rows. */
export async function takeOverAction(form: FormData): Promise<void> {
  const seen = (await actingClass(formText(form, 'classId'), 'change:roster')) ?? notFound();
  const id = formText(form, 'importId');
  if (!isUuid(id)) notFound();
  const { classroom, actor, session } = seen;
  const by = { actor, mayEnrolOthers: mayEnrolOthers(session.role), skipsBad: formText(form, 'bad') === 'skip' };
  const result = await takeOver(classroom, id, by);
  const roster = `/${formLocale(form)}/teach/classes/${classroom.id}/roster`;
  if (result.kind === 'gone') notFound();
  if (result.kind === 'has-bad-rows') redirect(`${roster}/import/${id}?said=has-bad`);
  const { accounts, enrolled } = result.numbers;
  redirect(`${roster}?said=imported&n=${accounts + enrolled}`);
}
