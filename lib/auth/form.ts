import { isLocale, type Locale } from '@/lib/words/locale';

/** A text field of a form that anyone may have written: '' when it is missing or a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The language of the page the form stands on. */
export function formLocale(form: FormData): Locale {
  const value = formText(form, 'locale');
  return isLocale(value) ? value : 'en';
}
