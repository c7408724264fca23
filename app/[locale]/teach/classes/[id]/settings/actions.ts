'use server';

import { notFound, redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import type { ClassPermission } from '@/lib/access/class-access';
import { readWallTime } from '@/lib/assignments/wall-time';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { changeClass, changeCode, eraseClass, setArchived, setJoinRules } from '@/lib/classes/change-class-store';
import { classFieldNames, keptValues, readClassForm } from '@/lib/classes/class-form';
import { parseClassName } from '@/lib/classes/class-name';
import { actingClass } from '@/lib/classes/this-class';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { classesWords } from '@/lib/words/classes';

export async function changeClassAction(_before: FormState, form: FormData): Promise<FormState> {
  const { classroom, actor } = await acting(form, 'change:class');
  const words = classesWords[formLocale(form)].fields;
  const { paths } = await curriculum();
  const plan = readClassForm(
    form,
    paths.map(({ id }) => id),
  );
  const values = keptValues(form, classFieldNames);
  if (typeof plan === 'string')
    return { errors: { [plan]: plan === 'name' ? words.nameMissing : words.timeZoneUnknown }, values };
  await changeClass(classroom, plan, actor);
  return { done: words.saved, values: { ...values, name: plan.name } };
}

export async function joinRulesAction(_before: FormState, form: FormData): Promise<FormState> {
  const { classroom, actor } = await acting(form, 'change:class');
  const locale = formLocale(form);
  const words = classesWords[locale].settings;
  const values = keptValues(form, ['expires', 'cap', 'approves']);
  const [typed, cap] = [formText(form, 'expires'), formText(form, 'cap').trim()];
  const expires = typed === '' ? undefined : readWallTime(typed, classroom.timeZone);
  if (expires && expires.kind !== 'time') return { errors: { expires: words.dateWrong }, values };
  if (cap !== '' && (!/^\d{1,7}$/.test(cap) || Number(cap) < 1 || Number(cap) > 1_000_000))
    return { errors: { cap: words.capWrong }, values };
  const approves = formText(form, 'approves') === 'yes';
  await setJoinRules(
    classroom.id,
    { expiresAt: expires?.at ?? null, cap: cap === '' ? null : Number(cap), approves },
    actor,
  );
  return { done: classesWords[locale].fields.saved, values };
}

export async function codeAction(form: FormData): Promise<void> {
  const { classroom, actor } = await acting(form, 'change:class');
  const change = formText(form, 'change') === 'none' ? 'none' : 'new';
  await changeCode(classroom.id, change, actor);
  redirect(home(form, classroom.id, change === 'none' ? 'no-code' : 'code'));
}

export async function archiveAction(form: FormData): Promise<void> {
  const { classroom, actor } = await acting(form, 'change:class');
  const to = formText(form, 'to') === 'restored' ? 'restored' : 'archived';
  await setArchived(classroom.id, to === 'archived', actor);
  redirect(home(form, classroom.id, to));
}

export async function eraseAction(_before: FormState, form: FormData): Promise<FormState> {
  const { classroom, actor } = await acting(form, 'erase:class');
  const locale = formLocale(form);
  const typed = formText(form, 'confirm');
  if (parseClassName(typed) !== parseClassName(classroom.name))
    return { errors: { confirm: classesWords[locale].settings.eraseMistyped }, values: { confirm: typed } };
  await eraseClass(classroom.id, actor);
  return goTo(`/${locale}/teach?said=erased`);
}

/** The class that the form names, for whoever may do this in it. */
async function acting(form: FormData, permission: ClassPermission) {
  return (await actingClass(formText(form, 'classId'), permission)) ?? notFound();
}

function home(form: FormData, classId: string, said: string): string {
  return `/${formLocale(form)}/teach/classes/${classId}?said=${said}`;
}
