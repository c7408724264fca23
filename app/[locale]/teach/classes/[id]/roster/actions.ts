'use server';

import { notFound, redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { classRoles } from '@/lib/access/class-access';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import {
  dropGroup,
  makeGroup,
  removeMembers,
  renameGroup,
  setClassRole,
  setGroup,
} from '@/lib/classes/change-roster-store';
import { isUuid } from '@/lib/classes/class-for';
import { chosenIds, keptValues } from '@/lib/classes/class-form';
import { parseGroupName } from '@/lib/classes/class-name';
import { letIn, turnAway } from '@/lib/classes/join-store';
import { submitOneLearner } from '@/lib/classes/roster/submit-roster';
import { actingClass } from '@/lib/classes/this-class';
import { canSendMail } from '@/lib/mail/send-mail';
import { rosterWords } from '@/lib/words/roster';

/** What is done with the members that were ticked. */
export async function membersAction(form: FormData): Promise<void> {
  const { classroom, actor } = await acting(form);
  const chosen = { classId: classroom.id, learnerIds: chosenIds(form, 'member', isUuid), actor };
  const what = formText(form, 'do');
  if (chosen.learnerIds.length === 0) return said(form, 'nobody');
  if (what === 'group') {
    const group = parseGroupName(formText(form, 'newGroup')) || parseGroupName(formText(form, 'group')) || null;
    const changed = await setGroup(chosen, group);
    return changed === 'too-many' ? said(form, 'too-many-groups') : said(form, 'changed', changed);
  }
  if (what === 'remove') {
    const removed = await removeMembers(chosen);
    return typeof removed === 'number' ? said(form, 'removed', removed) : said(form, removed);
  }
  const role = classRoles.find((one) => one === what) ?? notFound();
  const changed = await setClassRole(chosen, role);
  return typeof changed === 'number' ? said(form, 'changed', changed) : said(form, changed);
}

/** Lets in, or turns away, those who wait and are ticked. */
export async function requestsAction(form: FormData): Promise<void> {
  const { classroom, actor } = await acting(form);
  const learnerIds = chosenIds(form, 'member', isUuid);
  if (learnerIds.length === 0) return said(form, 'nobody');
  if (formText(form, 'do') === 'turn-away')
    return said(form, 'turned-away', await turnAway(classroom.id, learnerIds, actor));
  return said(form, 'let-in', await letIn(classroom.id, learnerIds, actor));
}

export async function groupAction(form: FormData): Promise<void> {
  const { classroom, actor } = await acting(form);
  const group = formText(form, 'group');
  if (formText(form, 'do') === 'dissolve') {
    await dropGroup(classroom.id, group, actor);
    return said(form, 'group');
  }
  const name = parseGroupName(formText(form, 'name'));
  if (name === '') return said(form, 'group-name');
  if (formText(form, 'do') === 'rename') await renameGroup(classroom.id, group, name, actor);
  else if ((await makeGroup(classroom.id, name, actor)) === 'too-many') return said(form, 'too-many-groups');
  return said(form, 'group');
}

export async function addLearnerAction(_before: FormState, form: FormData): Promise<FormState> {
  const { classroom, actor, session } = await acting(form);
  const locale = formLocale(form);
  const typed = { name: formText(form, 'name'), email: formText(form, 'email'), group: formText(form, 'group') };
  const result = await submitOneLearner(classroom, typed, { actor, siteRole: session.role });
  if (result.kind === 'refused') {
    const field = result.code === 'name-missing' ? 'name' : 'email';
    return {
      errors: { [field]: rosterWords[locale].findings[result.code] },
      values: keptValues(form, Object.keys(typed)),
    };
  }
  const isMailed = typed.email !== '' && canSendMail();
  const what = { make: isMailed ? 'invited' : 'made', enrol: 'enrolled', change: 'changed', nothing: 'nothing' }[
    result.step
  ];
  return goTo(`/${locale}/teach/classes/${classroom.id}/roster?said=${what}&n=1`);
}

/** The class that the form names, for whoever may change its roster. */
async function acting(form: FormData) {
  return (await actingClass(formText(form, 'classId'), 'change:roster')) ?? notFound();
}

function said(form: FormData, what: string, n = 0): never {
  redirect(`/${formLocale(form)}/teach/classes/${formText(form, 'classId')}/roster?said=${what}&n=${n}`);
}
