'use server';

import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo, thisVisit } from '@/lib/auth/this-request';
import { openCard } from '@/lib/classes/submit-cards';
import { joinWords } from '@/lib/words/join';

/** A card leads to the choice of a password. */
export async function openCardAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const typed = { login: formText(form, 'login').slice(0, 1000), code: formText(form, 'code') };
  const result = await openCard(typed, (await thisVisit()).address);
  if (result.kind !== 'open') return { problem: joinWords[locale].card[result.kind], values: { login: typed.login } };
  return goTo(`/${locale}/reset?token=${encodeURIComponent(result.token)}`);
}
