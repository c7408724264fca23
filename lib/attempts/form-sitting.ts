import { isUuid } from '@/lib/attempts/sent-answers';
import { isLocale, type Locale } from '@/lib/words/locale';

/** What a plain form asks to open. */
export type SittingForm = { locale: Locale; of: { door: string } | { assignment: string } };

/** Reads "I know this" at a lesson's door, or "Begin" of an assignment; null when it is another form. */
export function readSittingForm(form: FormData): SittingForm | null {
  const locale = localeIn(form);
  const [door, assignment] = [form.get('door'), form.get('assignment')];
  if (typeof door === 'string' && door.length <= 200) return { locale, of: { door } };
  if (typeof assignment === 'string' && isUuid(assignment)) return { locale, of: { assignment } };
  return null;
}

/** The sitting that a plain form hands in; null when it is another form. */
export function readHandInForm(form: FormData): { locale: Locale; sitting: string } | null {
  const sitting = form.get('sitting');
  return typeof sitting === 'string' && isUuid(sitting) ? { locale: localeIn(form), sitting } : null;
}

function localeIn(form: FormData): Locale {
  const locale = form.get('locale');
  return typeof locale === 'string' && isLocale(locale) ? locale : 'en';
}
