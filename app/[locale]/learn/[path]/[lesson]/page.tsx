import type { Metadata } from 'next';
import { Contents } from '@/components/lesson/contents';
import { LessonBody } from '@/components/lesson/lesson-body';
import { LessonEnd } from '@/components/lesson/lesson-end';
import { LessonHead } from '@/components/lesson/lesson-head';
import { type LessonParams, lessonAddresses, lessonAt } from '@/components/lesson/lesson-route';
import { PathRail } from '@/components/lesson/path-rail';
import { PlaceKeeper } from '@/components/progress/place-keeper';
import { pageMetadata } from '@/components/ui/page-metadata';
import prose from '@/components/ui/prose.module.css';
import { ReadingFrame } from '@/components/ui/reading-frame';
import { SitePage } from '@/components/ui/site-page';
import { languageTags } from '@/lib/words/locale';

type Props = { params: Promise<LessonParams> };

export const dynamicParams = false;

export function generateStaticParams(): Promise<LessonParams[]> {
  return lessonAddresses();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { route } = await lessonAt(await params);
  const { locale, lesson, path, text } = route;
  return pageMetadata({
    locale,
    path: `/learn/${lesson.id}`,
    title: text.title,
    description: text.lede,
    languages: path.languages,
  });
}

export default async function LessonPage({ params }: Props) {
  const { route, all } = await lessonAt(await params);
  const { locale, path, lesson, text } = route;
  return (
    <SitePage locale={locale} path={`/learn/${lesson.id}`} section="paths" languages={path.languages}>
      <ReadingFrame
        locale={locale}
        rail={<PathRail path={path} locale={locale} here={lesson} />}
        contents={<Contents text={text} />}
      >
        <LessonHead route={route} />
        <div className={prose.prose} lang={languageTags[text.locale]} data-lesson-body={lesson.id}>
          <LessonBody lesson={lesson} text={text} curriculum={all} />
        </div>
        <LessonEnd route={route} curriculum={all} />
        <PlaceKeeper lesson={lesson.id} title={text.title} />
      </ReadingFrame>
    </SitePage>
  );
}
