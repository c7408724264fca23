import { notFound } from 'next/navigation';
import { appManifest } from '@/components/offline/app-manifest';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { isLocale, locales } from '@/lib/words/locale';

type Params = { locale: string };

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): Params[] {
  return locales.map((locale) => ({ locale }));
}

/** What a browser asks for when someone installs the site: one for each language, so that the app begins and speaks in it. */
export async function GET(_request: Request, { params }: { params: Promise<Params> }): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { site } = await curriculum();
  return new Response(JSON.stringify(appManifest(site, locale)), {
    headers: { 'content-type': 'application/manifest+json' },
  });
}
