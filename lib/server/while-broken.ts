import { isLocale } from '@/lib/words/locale';

/** Pages that say themselves what is broken. */
const sayThemselves = new Set(['preview', 'drafts']);

/**
 * In development, the address of the page that is shown instead of this one while the content cannot be read: it tells what is wrong, and where.
 * Undefined when all is well, and for whatever is no page for people.
 */
export async function pageWhileBroken(path: string): Promise<string | undefined> {
  const [, locale = '', section = ''] = path.split('/');
  if (!isLocale(locale) || sayThemselves.has(section)) return undefined;
  const { mistakesInTheWay } = await import('@/lib/curriculum/read-curriculum');
  const errors = await mistakesInTheWay();
  return errors.length > 0 ? `/${locale}/preview/mistakes` : undefined;
}
