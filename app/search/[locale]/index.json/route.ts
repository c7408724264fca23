import { notFound } from 'next/navigation';
import { searchTexts } from '@/lib/search/read-search';
import { isLocale, locales } from '@/lib/words/locale';

type Params = { locale: string };

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): Params[] {
  return locales.map((locale) => ({ locale }));
}

/** What can be found in a language. Fetched when search is opened. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return Response.json((await searchTexts(locale)).file);
}
