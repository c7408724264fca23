'use server';

import { redirect } from 'next/navigation';
import type { CalendarState } from '@/components/assignments/calendar-form';
import { requestOrigin } from '@/components/ui/request-origin';
import { makeCalendar, removeCalendar } from '@/lib/assignments/calendar-store';
import { formLocale, formText } from '@/lib/auth/form';
import { thisSession } from '@/lib/auth/this-request';
import { calendarLimit } from '@/lib/server/calendar-limit';
import { assignmentsWords } from '@/lib/words/assignments';

/** Makes a calendar's address anew, or switches it off; the old one stops working either way. */
export async function calendarAction(_before: CalendarState, form: FormData): Promise<CalendarState> {
  const [session, locale] = [await thisSession(), formLocale(form)];
  const words = assignmentsWords[locale].calendar;
  if (!session || session.guest) redirect(`/${locale}/sign-in`);
  if (formText(form, 'do') === 'remove') {
    await removeCalendar(session.learnerId);
    return { done: words.removed };
  }
  if (calendarLimit().take(session.learnerId, 1, performance.now()) > 0) return { problem: words.tooOften };
  const token = await makeCalendar(session.learnerId, locale);
  return { address: `${await requestOrigin()}/api/assignments/calendar/${token}.ics`, done: words.made };
}
