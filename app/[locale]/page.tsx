import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BeginCard } from '@/components/ui/home/begin-card';
import { Expectations } from '@/components/ui/home/expectations';
import { Hero } from '@/components/ui/home/hero';
import styles from '@/components/ui/home/home.module.css';
import { PathMap } from '@/components/ui/home/path-map';
import { Routes } from '@/components/ui/home/routes';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { inLocale, isLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { site } = await curriculum();
  return pageMetadata({ locale, path: '', description: inLocale(site.tagline, locale) });
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const taught = await curriculum();
  const { site, paths } = taught;
  const first = paths.flatMap(({ lessons }) => lessons)[0];
  return (
    <SitePage locale={locale} path="" section="paths">
      <div className={styles.home}>
        <Hero locale={locale} tagline={inLocale(site.tagline, locale)}>
          {first && <BeginCard locale={locale} lesson={first} />}
        </Hero>
        <Routes locale={locale} curriculum={taught} />
        <PathMap locale={locale} paths={paths} />
        <Expectations locale={locale} />
      </div>
    </SitePage>
  );
}
