'use server';

import { notFound } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { actingClass } from '@/lib/classes/this-class';
import { setInactiveDays } from '@/lib/gradebook/help-store';
import { readInactiveDays } from '@/lib/gradebook/needs-help';
import { classProgressWords } from '@/lib/words/class-progress';

/** After how many days the class's staff want to know that somebody was not seen. */
export async function watchAction(_before: FormState, form: FormData): Promise<FormState> {
  const seen = await actingClass(formText(form, 'class'), 'change:class');
  if (!seen || seen.classroom.archivedAt) notFound();
  const words = classProgressWords[formLocale(form)].setting;
  const typed = formText(form, 'days');
  const days = readInactiveDays(typed);
  if (days === undefined) return { errors: { days: words.wrong }, values: { days: typed } };
  await setInactiveDays(seen.classroom.id, days);
  return { done: words.saved, values: { days: String(days) } };
}
