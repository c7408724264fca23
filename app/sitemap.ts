import type { MetadataRoute } from 'next';
import { requestOrigin } from '@/components/ui/request-origin';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { languageTags, locales } from '@/lib/words/locale';

/** Every page that is the same for everybody, with its other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await requestOrigin();
  const { paths } = await curriculum();
  const everywhere = ['', '/labs', '/glossary'].map((path) => ({ path, languages: locales }));
  const taught = paths.flatMap(({ id, languages, lessons }) => [
    { path: `/paths/${id}`, languages },
    ...lessons.map((lesson) => ({ path: `/learn/${lesson.id}`, languages })),
  ]);
  return [...everywhere, ...taught].flatMap(({ path, languages }) => {
    const alternates = {
      languages: Object.fromEntries(languages.map((it) => [languageTags[it], `${origin}/${it}${path}`])),
    };
    return languages.map((it) => ({ url: `${origin}/${it}${path}`, alternates }));
  });
}
