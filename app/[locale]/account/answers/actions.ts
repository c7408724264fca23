'use server';

import type { FormState } from '@/components/account/form-state';
import { safeCallback } from '@/lib/auth/callback-url';
import { formLocale, formText } from '@/lib/auth/form';
import { guestChoices, settleGuest } from '@/lib/auth/settle-guest';
import { goTo, setCookies, thisSession, thisVisit } from '@/lib/auth/this-request';

/** Anything but one of the three is "not mine". */
export async function answersAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const owner = await thisSession();
  if (!owner || owner.guest) return goTo(`/${locale}/sign-in`);
  const given = formText(form, 'choice');
  const choice = guestChoices.find((it) => it === given) ?? 'not-mine';
  const { cookieHeader } = await thisVisit();
  await setCookies([await settleGuest(cookieHeader, owner, choice)]);
  return goTo(safeCallback(formText(form, 'callbackUrl'), `/${locale}`));
}
