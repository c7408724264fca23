'use server';

import { notFound } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { formLocale } from '@/lib/auth/form';
import { findAccountById } from '@/lib/auth/learner-store';
import { goTo, thisSession } from '@/lib/auth/this-request';
import { makeClass } from '@/lib/classes/change-class-store';
import { classFieldNames, keptValues, readClassForm } from '@/lib/classes/class-form';
import { mayMakeClass } from '@/lib/classes/class-plan';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { settings } from '@/lib/settings/setting-store';
import { classesWords } from '@/lib/words/classes';

export async function makeClassAction(_before: FormState, form: FormData): Promise<FormState> {
  const session = await thisSession();
  if (!session || !mayMakeClass(session, await settings())) notFound();
  const account = await findAccountById(session.learnerId);
  if (!account) notFound();
  const locale = formLocale(form);
  const { paths } = await curriculum();
  const plan = readClassForm(
    form,
    paths.map(({ id }) => id),
  );
  if (typeof plan === 'string') {
    const { nameMissing, timeZoneUnknown } = classesWords[locale].fields;
    return {
      errors: { [plan]: plan === 'name' ? nameMissing : timeZoneUnknown },
      values: keptValues(form, classFieldNames),
    };
  }
  const id = await makeClass(plan, { id: account.id, name: account.login });
  return goTo(`/${locale}/teach/classes/${id}?said=made`);
}
