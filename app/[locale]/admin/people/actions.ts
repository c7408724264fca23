'use server';

import type { AdminState } from '@/components/admin/admin-form';
import { formLocale, formText } from '@/lib/auth/form';
import { isRole } from '@/lib/auth/role';
import { goTo } from '@/lib/auth/this-request';
import { findPerson } from '@/lib/people/people-store';
import type { PersonChange } from '@/lib/people/person';
import { changePerson, giveLink, type LinkGiven, makePerson } from '@/lib/people/submit-person';
import { thisAdmin } from '@/lib/people/this-admin';
import { accountWords } from '@/lib/words/account';
import { adminWords } from '@/lib/words/admin';
import type { Locale } from '@/lib/words/locale';

export async function makePersonAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const locale = formLocale(form);
  const role = formText(form, 'role');
  const values = { login: formText(form, 'login'), name: formText(form, 'name') };
  const made = await makePerson({ ...values, role: isRole(role) ? role : 'learner' }, locale, actor);
  if (made.kind === 'made') return { done: adminWords[locale].people.made(values.login), ...told(made.link, locale) };
  const { faults } = accountWords[locale];
  return {
    values,
    errors: {
      ...(made.login ? { login: faults[made.login] } : {}),
      ...(made.name ? { name: faults[made.name] } : {}),
    },
  };
}

export async function roleAction(_before: AdminState, form: FormData): Promise<AdminState> {
  await thisAdmin();
  const role = formText(form, 'role');
  if (!isRole(role)) return {};
  return change(form, { kind: 'role', role }, 'roleSaved');
}

export async function suspendAction(_before: AdminState, form: FormData): Promise<AdminState> {
  return change(form, { kind: 'suspend' }, 'suspended');
}

export async function letBackAction(_before: AdminState, form: FormData): Promise<AdminState> {
  return change(form, { kind: 'let-back' }, 'letBackDone');
}

export async function eraseAction(_before: AdminState, form: FormData): Promise<AdminState> {
  await thisAdmin();
  const locale = formLocale(form);
  const seen = await findPerson(personOf(form));
  const words = adminWords[locale].person;
  if (!seen) return { problem: words.refusals['no-person'] };
  if (formText(form, 'confirm').trim() !== seen.person.login)
    return { problem: words.eraseMismatch(seen.person.login) };
  const state = await change(form, { kind: 'erase' }, 'erase');
  return state.problem ? state : goTo(`/${locale}/admin/people`);
}

export async function linkAction(_before: AdminState, form: FormData): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const locale = formLocale(form);
  return told(await giveLink(formText(form, 'person'), 'reset', locale, actor), locale);
}

/** An id that can be asked for; anything else names nobody. */
function personOf(form: FormData): string {
  const id = formText(form, 'person');
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : '00000000-0000-0000-0000-000000000000';
}

async function change(
  form: FormData,
  wanted: PersonChange,
  done: 'roleSaved' | 'suspended' | 'letBackDone' | 'erase',
): Promise<AdminState> {
  const { actor } = await thisAdmin();
  const words = adminWords[formLocale(form)].person;
  const why = await changePerson(formText(form, 'person'), wanted, actor);
  return why ? { problem: words.refusals[why] } : { done: words[done] };
}

function told(link: LinkGiven, locale: Locale): AdminState {
  const words = adminWords[locale].person;
  if (link.kind === 'refused') return { problem: words.refusals[link.why] };
  if (link.kind === 'mailed') return { done: words.mailed(link.to) };
  return { toCopy: { label: words.handOver, text: link.address } };
}
