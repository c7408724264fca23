'use server';

import type { FormState } from '@/components/account/form-state';
import { afterEntry } from '@/lib/auth/after-entry';
import { formLocale, formText } from '@/lib/auth/form';
import { resetPassword } from '@/lib/auth/reset';
import { thisVisit } from '@/lib/auth/this-request';
import { accountWords } from '@/lib/words/account';

export async function resetAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const words = accountWords[locale];
  const result = await resetPassword(formText(form, 'token'), formText(form, 'password'), await thisVisit());
  if (result.kind === 'link-over') return { problem: words.reset.over };
  if (result.kind === 'overloaded') return { problem: words.faults.overloaded };
  if (result.kind === 'faults') return { errors: { password: words.faults[result.password] } };
  return afterEntry(result.entry, locale, `/${locale}`);
}
