import { isLocale, type Locale } from '@/lib/words/locale';
import type { AuthorError } from './author-error';
import type { KeyPath, PlaceOf } from './schema-errors';

/** A text in several languages, wherever it stands in a file, has to be there in each of the languages that are asked for. */
export function missingLanguages(
  file: string,
  value: unknown,
  languages: readonly Locale[],
  place: PlaceOf,
): AuthorError[] {
  const errors: AuthorError[] = [];
  const walk = (here: unknown, path: KeyPath): void => {
    if (here === null || typeof here !== 'object') return;
    const keys = Object.keys(here);
    if (!Array.isArray(here) && keys.length > 0 && keys.every(isLocale)) {
      const missing = languages.filter((language) => Reflect.get(here, language) === undefined);
      for (const language of missing)
        errors.push({
          file,
          ...place(path),
          rule: 'missing-language',
          message: `"${String(path.findLast((part) => typeof part === 'string') ?? '')}" is not written in ${language}`,
          fix: `${language}: "…"`,
        });
      return;
    }
    for (const [key, inside] of Object.entries(here)) walk(inside, [...path, Array.isArray(here) ? Number(key) : key]);
  };
  walk(value, []);
  return errors;
}
