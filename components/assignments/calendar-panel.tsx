import account from '@/components/account/account.module.css';
import type { CalendarAddress } from '@/lib/assignments/calendar-store';
import { assignmentsWords } from '@/lib/words/assignments';
import { type Locale, languageTags } from '@/lib/words/locale';
import { CalendarForm, type CalendarState } from './calendar-form';

type Props = {
  calendar: CalendarAddress | undefined;
  locale: Locale;
  action: (before: CalendarState, form: FormData) => Promise<CalendarState>;
};

/** What is due, in one's own calendar program: a secret address that can be made anew. */
export function CalendarPanel({ calendar, locale, action }: Props) {
  const words = assignmentsWords[locale].calendar;
  const { made, make, renew, renewText, remove } = words;
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <section className={account.section} aria-labelledby="calendar">
      <h2 id="calendar">{words.title}</h2>
      <p className={account.note}>{words.text}</p>
      {calendar && <p className={account.note}>{words.madeOn(day.format(calendar.madeAt))}</p>}
      <CalendarForm
        action={action}
        locale={locale}
        hasOne={calendar !== undefined}
        words={{ made, make, renew, renewText, remove }}
      />
    </section>
  );
}
