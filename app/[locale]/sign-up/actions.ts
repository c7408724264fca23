'use server';

import type { FormState } from '@/components/account/form-state';
import { afterEntry } from '@/lib/auth/after-entry';
import { safeCallback } from '@/lib/auth/callback-url';
import { formLocale, formText } from '@/lib/auth/form';
import { signUp } from '@/lib/auth/sign-up';
import { thisVisit } from '@/lib/auth/this-request';
import { accountWords } from '@/lib/words/account';

export async function signUpAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const { faults } = accountWords[locale];
  const login = formText(form, 'login');
  const result = await signUp(
    { login, password: formText(form, 'password'), forgetOnLeave: formText(form, 'forget') === 'yes' },
    await thisVisit(),
  );
  if (result.kind === 'overloaded' || result.kind === 'closed')
    return { problem: faults[result.kind], values: { login } };
  if (result.kind === 'faults') {
    const errors = {
      ...(result.login ? { login: faults[result.login] } : {}),
      ...(result.password ? { password: faults[result.password] } : {}),
    };
    return { errors, values: { login } };
  }
  return afterEntry(result.entry, locale, safeCallback(formText(form, 'callbackUrl'), `/${locale}`));
}
