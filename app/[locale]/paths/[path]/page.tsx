import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PathLessons } from '@/components/lesson/path-lessons';
import { PathStations } from '@/components/lesson/path-rail';
import { SavePath } from '@/components/offline/save-path';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { pathMinutes } from '@/lib/curriculum/minutes';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { certificateWords } from '@/lib/words/certificate';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, isLocale, locales } from '@/lib/words/locale';

type Params = { locale: string; path: string };
type Props = { params: Promise<Params> };

export const dynamicParams = false;

export async function generateStaticParams(): Promise<Params[]> {
  const { paths } = await curriculum();
  return paths.flatMap(({ id }) => locales.map((locale) => ({ locale, path: id })));
}

async function pathAt(params: Params) {
  const all = await curriculum();
  const path = all.path(params.path);
  if (!path || !isLocale(params.locale)) notFound();
  return { path, all, locale: params.locale };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { path, locale } = await pathAt(await params);
  const { id, title, summary, languages } = path;
  return pageMetadata({
    locale,
    path: `/paths/${id}`,
    title: inLocale(title, locale),
    description: inLocale(summary, locale),
    languages,
  });
}

export default async function PathPage({ params }: Props) {
  const { path, all, locale } = await pathAt(await params);
  const words = lessonWords[locale];
  const isWritten = path.languages.includes(locale);
  const amount = `${words.lessonsCount(path.lessons.length)} · ${words.hours(pathMinutes(path, locale))}`;
  return (
    <SitePage locale={locale} path={`/paths/${path.id}`} section="paths" languages={path.languages}>
      <PageFrame eyebrow={amount} title={inLocale(path.title, locale)} lede={inLocale(path.summary, locale)}>
        {!isWritten && <Notice>{words.onlyInOther}</Notice>}
        <div data-path={path.id}>
          {path.lessons.length === 0 ? (
            <Notice kind="empty">{words.noLessons}</Notice>
          ) : (
            <PathStations large path={path} locale={locale} />
          )}
        </div>
        {path.lessons.length > 0 && <PathLessons path={path} curriculum={all} locale={locale} />}
        {/* Shown by the progress island to who has earned it. */}
        <a
          href={`/${locale}/certificates`}
          className={`${button.button} ${button.primary}`}
          data-certificate={path.id}
          hidden
        >
          {certificateWords[locale].yours}
        </a>
        {path.lessons.length > 0 && isWritten && <SavePath path={path} locale={locale} />}
      </PageFrame>
    </SitePage>
  );
}
