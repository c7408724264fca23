import { notFound } from 'next/navigation';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { notDrawn } from '@/lib/curriculum/read-not-drawn';
import { isFound, OTHER_GROUPS, searchTexts } from '@/lib/search/read-search';
import { isLocale, type Locale, locales } from '@/lib/words/locale';

type Params = { locale: string; group: string[] };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams(): Promise<Params[]> {
  const [{ paths }, apart] = [await curriculum(), await notDrawn()];
  const lessons = (locale: Locale) =>
    paths.flatMap(({ lessons }) => lessons.filter((lesson) => !apart.has(lesson.id) && isFound(lesson, locale)));
  return locales.flatMap((locale) =>
    [...lessons(locale).map(({ id }) => id), ...OTHER_GROUPS].map((group) => ({
      locale,
      group: `${group}.json`.split('/'),
    })),
  );
}

/** The texts of one lesson by its headings, for showing what was found. Fetched for the hits that are shown. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { locale, group } = await params;
  if (!isLocale(locale)) notFound();
  const snippets = (await searchTexts(locale)).snippets.get(group.join('/').replace(/\.json$/, ''));
  if (!snippets) notFound();
  return Response.json(snippets);
}
