'use server';

import { redirect } from 'next/navigation';
import { formLocale, formText } from '@/lib/auth/form';
import { isUuid } from '@/lib/classes/class-for';
import { dropJob, retryJob } from '@/lib/jobs/dead-job-store';
import { thisAdmin } from '@/lib/people/this-admin';

export async function retryJobAction(form: FormData): Promise<void> {
  await about(form, retryJob);
}

export async function dropJobAction(form: FormData): Promise<void> {
  await about(form, dropJob);
}

/** One that is gone meanwhile is gone from the list too: that says enough. */
async function about(form: FormData, doing: typeof retryJob): Promise<void> {
  const { actor } = await thisAdmin();
  const id = formText(form, 'job');
  if (isUuid(id)) await doing(id, actor);
  redirect(`/${formLocale(form)}/admin/jobs`);
}
