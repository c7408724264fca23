import ical from 'ical-generator';
import { z } from 'zod';
import type { DueDate } from '@/lib/assignments/calendar-store';
import { assignmentsWords } from '@/lib/words/assignments';
import { inLocale, type Locale } from '@/lib/words/locale';

const titleSchema = z.object({ en: z.string().optional(), zh: z.string().optional() });

type Asked = {
  readonly dues: readonly DueDate[];
  readonly locale: Locale;
  readonly origin: string;
  readonly now: Date;
};

/** RFC 5545: what is due, each a moment in UTC, so that it stands right in every calendar. It says when and what for, never what is asked. */
export function dueCalendar({ dues, locale, origin, now }: Asked): string {
  const words = assignmentsWords[locale];
  const address = `${origin}/${locale}/assignments`;
  const calendar = ical({
    name: words.calendar.feedName,
    prodId: { company: 'Handrail', product: 'assignments', language: locale.toUpperCase() },
    ttl: 3_600,
  });
  for (const { id, title, className, dueAt } of dues) {
    const said = inLocale(titleSchema.catch({}).parse(title), locale);
    calendar.createEvent({
      id: `${id}@handrail`,
      // No end: a moment, as in RFC 5545, 3.6.1.
      start: dueAt,
      stamp: now,
      summary: oneLine(words.calendar.dueOf(said)),
      description: `${oneLine(className)}\n${address}`,
      url: address,
    });
  }
  return calendar.toString();
}

/** Signs that end a line or cannot be seen have no place in a title. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
