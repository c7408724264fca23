'use server';

import { notFound } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { copyAssignments } from '@/lib/assignments/copy-assignments-store';
import { wallTimeOf } from '@/lib/assignments/wall-time';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { isUuid } from '@/lib/classes/class-for';
import { chosenIds, keptValues } from '@/lib/classes/class-form';
import { parseClassName } from '@/lib/classes/class-name';
import { mayMakeClass } from '@/lib/classes/class-plan';
import { copyClass, firstMomentOf } from '@/lib/classes/copy-class-store';
import { daysToShift } from '@/lib/classes/days-to-shift';
import { actingClass } from '@/lib/classes/this-class';
import { settings } from '@/lib/settings/setting-store';
import { classesWords } from '@/lib/words/classes';

export async function copyAction(_before: FormState, form: FormData): Promise<FormState> {
  const seen = await actingClass(formText(form, 'classId'), 'change:class');
  if (!seen || !mayMakeClass(seen.session, await settings())) notFound();
  const { classroom, actor } = seen;
  const locale = formLocale(form);
  const words = classesWords[locale];
  const values = keptValues(form, ['name', 'firstDay', 'withAssignments', 'withGroups', 'staff']);
  const name = parseClassName(formText(form, 'name'));
  if (name === '') return { errors: { name: words.fields.nameMissing }, values };
  const first = (await firstMomentOf(classroom.id)) ?? classroom.createdAt;
  const days = daysToShift(wallTimeOf(first, classroom.timeZone).slice(0, 10), formText(form, 'firstDay'));
  if (days === undefined) return { errors: { firstDay: words.copy.firstDayWrong }, values };
  const plan = { name, staff: chosenIds(form, 'staff', isUuid), withGroups: formText(form, 'withGroups') === 'yes' };
  const withAssignments = formText(form, 'withAssignments') === 'yes';
  const id = await copyClass(classroom, plan, actor, async (client, from, to) => {
    if (withAssignments) await copyAssignments(client, from, to, days);
  });
  return goTo(`/${locale}/teach/classes/${id}?said=copied`);
}
