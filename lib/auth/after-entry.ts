import type { Entry } from '@/lib/auth/enter';
import { goTo, setCookies } from '@/lib/auth/this-request';
import type { Locale } from '@/lib/words/locale';

/** The page that asks whose a guest's answers are, before going on to `callback`. */
export function answersAddress(locale: Locale, callback: string): string {
  return `/${locale}/account/answers?callbackUrl=${encodeURIComponent(callback)}`;
}

/** Ends the action of a form that signed someone in. */
export async function afterEntry(entry: Entry, locale: Locale, callback: string): Promise<{ goTo: string }> {
  await setCookies(entry.cookies);
  return goTo(entry.asksAboutGuest ? answersAddress(locale, callback) : callback);
}
