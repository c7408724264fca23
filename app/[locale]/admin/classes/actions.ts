'use server';

import { redirect } from 'next/navigation';
import { formLocale, formText } from '@/lib/auth/form';
import { setArchived } from '@/lib/classes/change-class-store';
import { isUuid } from '@/lib/classes/class-for';
import { queryOf } from '@/lib/people/page-address';
import { thisAdmin } from '@/lib/people/this-admin';

/** Archives a class, or takes it back; then the list as it was. */
export async function archiveAction(form: FormData): Promise<void> {
  const { actor } = await thisAdmin();
  const id = formText(form, 'class');
  if (isUuid(id)) await setArchived(id, formText(form, 'archived') === 'yes', actor);
  redirect(`/${formLocale(form)}/admin/classes${queryOf({ q: formText(form, 'q') })}`);
}
