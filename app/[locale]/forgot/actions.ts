'use server';

import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { requestReset } from '@/lib/auth/reset';
import { thisVisit } from '@/lib/auth/this-request';
import { accountWords } from '@/lib/words/account';

/** Says the same whether or not there is such an account. */
export async function forgotAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  await requestReset(formText(form, 'login'), await thisVisit(), locale);
  return { done: accountWords[locale].forgot.sent };
}
