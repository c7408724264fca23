import type { Metadata } from 'next';
import { Beside } from '@/components/lesson/beside';
import { LessonHead } from '@/components/lesson/lesson-head';
import { type LessonParams, lessonAddresses, lessonAt } from '@/components/lesson/lesson-route';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { lessonWords } from '@/lib/words/lesson';

type Props = { params: Promise<LessonParams> };

export const dynamicParams = false;

export function generateStaticParams(): Promise<LessonParams[]> {
  return lessonAddresses();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { route } = await lessonAt(await params);
  const { locale, lesson, path, text } = route;
  const title = lessonWords[locale].besideTitle(text.title);
  // The same words as the lesson's own page: that one is the address to remember.
  return pageMetadata({
    locale,
    path: `/learn/${lesson.id}`,
    title,
    description: text.lede,
    languages: path.languages,
  });
}

/** Both languages beside each other. The front door serves it for `/learn/{path}/{lesson}?beside`. */
export default async function BesidePage({ params }: Props) {
  const { route, all } = await lessonAt(await params);
  const { locale, path, lesson } = route;
  return (
    <SitePage locale={locale} path={`/learn/${lesson.id}?beside`} section="paths" languages={path.languages}>
      <Beside route={route} curriculum={all} head={<LessonHead route={route} beside />} />
    </SitePage>
  );
}
