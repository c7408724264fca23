import { isLocale, type Locale } from '@/lib/words/locale';

/** What the name of a cache says: one cache for each path, language and version. */
export type SavedName = { readonly locale: Locale; readonly path: string; readonly version: string };

const PREFIX = 'handrail.saved';

/** `{ en, tcp-tls, 3f9a }` → `handrail.saved/en/tcp-tls/3f9a` */
export function savedName({ locale, path, version }: SavedName): string {
  return `${PREFIX}/${locale}/${path}/${version}`;
}

/** The parts of such a name; null for a cache that is not ours. */
export function readSavedName(name: string): SavedName | null {
  const [prefix, locale = '', path, version, ...rest] = name.split('/');
  if (prefix !== PREFIX || !isLocale(locale) || !path || !version || rest.length > 0) return null;
  return { locale, path, version };
}

/** Written last into a cache: one that has it is whole. Its body is the copy's list. */
export const RECORD = '/offline/record';

/** The header of the record that says when the copy was whole. */
export const SAVED_AT = 'x-handrail-saved';

/** Written first: the list of a copy in the making. */
export const BEGUN = '/offline/begun';

/** Beside the record, once the server is known to have a newer version. */
export const NEWER = '/offline/newer';
