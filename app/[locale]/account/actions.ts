'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { holds } from '@/lib/access/access';
import {
  type ChangeResult,
  changeEmail,
  changeName,
  changePassword,
  deleteAccount,
  endAllSessions,
  endSession,
} from '@/lib/auth/change-account';
import { cookieName, removedCookie } from '@/lib/auth/cookie';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { formLocale, formText } from '@/lib/auth/form';
import { forgetChecked, type SessionClaims } from '@/lib/auth/session';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { goTo, setCookies, thisSession, thisVisit } from '@/lib/auth/this-request';
import { withdrawCertificates } from '@/lib/certificates/certificate-store';
import { accountWords } from '@/lib/words/account';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export async function nameAction(_before: FormState, form: FormData): Promise<FormState> {
  const who = await owner(form);
  const name = formText(form, 'name');
  const state = answer(form, await changeName(who, name), accountWords[formLocale(form)].account.nameSaved, { name });
  const present = await thisSession();
  // The cookie carries the name for pages that do not ask the database.
  if (present && !state.errors) await setCookies([await sessionCookie(present)]);
  return state;
}

export async function emailAction(_before: FormState, form: FormData): Promise<FormState> {
  const who = await owner(form);
  const { address } = await thisVisit();
  const email = formText(form, 'email');
  const result = await changeEmail(who, email, formText(form, 'current'), address);
  return answer(form, result, accountWords[formLocale(form)].account.emailSaved, { email });
}

export async function passwordAction(_before: FormState, form: FormData): Promise<FormState> {
  const who = await owner(form);
  const { address } = await thisVisit();
  const result = await changePassword(who, formText(form, 'password'), formText(form, 'current'), address);
  return answer(form, result, accountWords[formLocale(form)].account.passwordSaved, {});
}

export async function deleteAction(_before: FormState, form: FormData): Promise<FormState> {
  const who = await owner(form);
  const { address } = await thisVisit();
  const withdraws = formText(form, 'certificates') === 'withdraw';
  const result = await deleteAccount(who, formText(form, 'current'), address, () =>
    withdraws ? withdrawCertificates(who.learnerId) : Promise.resolve(),
  );
  if (result) return answer(form, result, '', {});
  await setCookies([removedCookie(cookieName('session'))]);
  return goTo(`/${formLocale(form)}`);
}

/** A guest has no password: whoever holds the browser may erase what was answered in it. */
export async function deleteGuestAction(_before: FormState, form: FormData): Promise<FormState> {
  const { deleteWord, deleteMistyped } = accountWords[formLocale(form)].guest;
  if (formText(form, 'confirm').trim().toLowerCase() !== deleteWord)
    return { errors: { confirm: deleteMistyped(deleteWord) } };
  const who = await thisSession();
  if (who?.guest && holds(who, 'erase:learner-data:own')) {
    await eraseLearner(who.learnerId);
    forgetChecked(who.learnerId, who.sessionId);
    await setCookies([removedCookie(cookieName('session'))]);
  }
  return goTo(`/${formLocale(form)}`);
}

export async function signOutAction(_before: FormState, form: FormData): Promise<FormState> {
  const who = await owner(form);
  await endSession(who, who.sessionId);
  await setCookies([removedCookie(cookieName('session')), removedCookie(cookieName('guest'))]);
  return goTo(`/${formLocale(form)}`);
}

export async function signOutEverywhereAction(_before: FormState, form: FormData): Promise<FormState> {
  await endAllSessions(await owner(form));
  await setCookies([removedCookie(cookieName('session')), removedCookie(cookieName('guest'))]);
  return goTo(`/${formLocale(form)}`);
}

export async function endSessionAction(form: FormData): Promise<void> {
  const who = await owner(form);
  const session = formText(form, 'session');
  if (UUID.test(session)) await endSession(who, session);
  redirect(`/${formLocale(form)}/account`);
}

/** Who is signed in, asked by every action for itself. */
async function owner(form: FormData): Promise<SessionClaims> {
  const who = await thisSession();
  if (!who || !holds(who, 'change:account:own')) redirect(`/${formLocale(form)}/sign-in`);
  return who;
}

function answer(form: FormData, result: ChangeResult, done: string, values: Record<string, string>): FormState {
  if (!result) return { done, values };
  return { errors: { [result.field]: accountWords[formLocale(form)].faults[result.fault] }, values };
}
