'use server';

import type { FormState } from '@/components/account/form-state';
import { afterEntry } from '@/lib/auth/after-entry';
import { safeCallback } from '@/lib/auth/callback-url';
import { formLocale, formText } from '@/lib/auth/form';
import { signIn } from '@/lib/auth/sign-in';
import { thisVisit } from '@/lib/auth/this-request';
import { accountWords } from '@/lib/words/account';

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const login = formText(form, 'login');
  const result = await signIn(
    { login, password: formText(form, 'password'), forgetOnLeave: formText(form, 'forget') === 'yes' },
    await thisVisit(),
  );
  if (result.kind !== 'entered') return { problem: accountWords[locale].faults[result.kind], values: { login } };
  return afterEntry(result.entry, locale, safeCallback(formText(form, 'callbackUrl'), `/${locale}`));
}
