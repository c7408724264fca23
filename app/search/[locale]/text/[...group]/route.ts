import { notFound } from 'next/navigation';
import { searchTexts } from '@/lib/search/read-search';
import { isLocale, locales } from '@/lib/words/locale';

type Params = { locale: string; group: string[] };

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams(): Promise<Params[]> {
  const all = await Promise.all(
    locales.map(async (locale) =>
      [...(await searchTexts(locale)).snippets.keys()].map((group) => ({ locale, group: `${group}.json`.split('/') })),
    ),
  );
  return all.flat();
}

/** The texts of one lesson by its headings, for showing what was found. Fetched for the hits that are shown. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { locale, group } = await params;
  if (!isLocale(locale)) notFound();
  const snippets = (await searchTexts(locale)).snippets.get(group.join('/').replace(/\.json$/, ''));
  if (!snippets) notFound();
  return Response.json(snippets);
}
