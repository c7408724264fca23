'use server';

import { notFound } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo, thisSession, thisVisit } from '@/lib/auth/this-request';
import { isUuid } from '@/lib/classes/class-for';
import { withdrawRequest } from '@/lib/classes/join-store';
import { submitJoin } from '@/lib/classes/submit-join';
import { joinWords } from '@/lib/words/join';

/** One press to join, or to ask; and the way back from having asked. */
export async function joinAction(_before: FormState, form: FormData): Promise<FormState> {
  const session = await thisSession();
  if (!session || session.guest) notFound();
  const locale = formLocale(form);
  const [code, classId] = [formText(form, 'code'), formText(form, 'classId')];
  if (formText(form, 'do') === 'withdraw') {
    if (isUuid(classId)) await withdrawRequest(session.learnerId, classId);
    return goTo(`/${locale}/join`);
  }
  const result = await submitJoin(session, code, (await thisVisit()).address);
  switch (result.kind) {
    case 'joined':
    case 'asked':
    case 'already':
      // The same page says how it went: in, or waiting.
      return goTo(`/${locale}/join/${encodeURIComponent(code)}`);
    default:
      return { problem: joinWords[locale][result.kind] };
  }
}
