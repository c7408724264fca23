'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo, thisSession } from '@/lib/auth/this-request';
import { budgets, saveReviewSetting } from '@/lib/review/setting-store';

const minutesSchema = z.coerce.number().pipe(z.literal(budgets));

export async function saveBudget(form: FormData): Promise<void> {
  const session = await thisSession();
  const minutes = minutesSchema.safeParse(formText(form, 'minutes'));
  if (session && minutes.success) await saveReviewSetting(session.learnerId, { minutes: minutes.data });
  const page = `/${formLocale(form)}/review`;
  revalidatePath(page);
  await goTo(page);
}

export async function keepZone(zone: unknown): Promise<void> {
  const session = await thisSession();
  const given = z.string().max(64).safeParse(zone);
  if (session && given.success) await saveReviewSetting(session.learnerId, { zone: given.data });
}
