'use server';

import { notFound, redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo, thisSession } from '@/lib/auth/this-request';
import { leaveClass } from '@/lib/classes/change-roster-store';
import { isUuid } from '@/lib/classes/class-for';
import { readJoinCode, sayJoinCode } from '@/lib/classes/join-code';
import { joinWords } from '@/lib/words/join';

/** Goes to the class's own address; whether there is one is said there. */
export async function codeAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const typed = formText(form, 'code');
  const code = readJoinCode(typed);
  if (!code) return { errors: { code: joinWords[locale].codeShape }, values: { code: typed.slice(0, 100) } };
  return goTo(`/${locale}/join/${sayJoinCode(code)}`);
}

export async function leaveAction(form: FormData): Promise<void> {
  const session = await thisSession();
  const classId = formText(form, 'classId');
  if (!session || session.guest || !isUuid(classId)) notFound();
  const left = await leaveClass(session.learnerId, classId);
  redirect(`/${formLocale(form)}/join?said=${left === 'last-instructor' ? left : 'left'}`);
}
