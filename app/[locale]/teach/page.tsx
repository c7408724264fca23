import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import styles from '@/components/classes/classes.module.css';
import { ClassesTable } from '@/components/classes/classes-table';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { holds } from '@/lib/access/access';
import { thisSession } from '@/lib/auth/this-request';
import { mayMakeClass } from '@/lib/classes/class-plan';
import { taughtClasses } from '@/lib/classes/my-classes-store';
import { settings } from '@/lib/settings/setting-store';
import { classesWords } from '@/lib/words/classes';
import { isLocale } from '@/lib/words/locale';
import { teachWords } from '@/lib/words/teach';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ said?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { ...pageMetadata({ locale, path: '/teach', title: teachWords[locale].classes }), robots: { index: false } };
}

export default async function TeachPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (!session || session.guest) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/teach`)}`);
  const [{ said }, all, set] = await Promise.all([searchParams, taughtClasses(session.learnerId), settings()]);
  const words = classesWords[locale];
  const isAllowed = mayMakeClass(session, set);
  const [current, archived] = [all.filter((one) => !one.archivedAt), all.filter((one) => one.archivedAt)];
  return (
    <SitePage locale={locale} path="/teach" section="teach">
      <PageFrame width="wide" title={teachWords[locale].classes} lede={words.lede}>
        {said === 'erased' && <Notice>{words.said.erased}</Notice>}
        {current.length === 0 ? (
          <Notice kind="empty" title={words.none}>
            <p>{isAllowed ? words.noneMake : words.noneMayNot}</p>
          </Notice>
        ) : (
          <ClassesTable classes={current} locale={locale} />
        )}
        <p className={styles.row}>
          {isAllowed && (
            <a className={`${button.button} ${button.primary}`} href={`/${locale}/teach/new`}>
              {words.make}
            </a>
          )}
          <a href={`/${locale}/join`}>{words.join}</a>
          {holds(session, 'change:class:any') && <a href={`/${locale}/admin/classes`}>{words.allClasses}</a>}
        </p>
        {archived.length > 0 && (
          <details className={styles.fold}>
            <summary>{words.archivedClasses(archived.length)}</summary>
            <ClassesTable classes={archived} locale={locale} />
          </details>
        )}
      </PageFrame>
    </SitePage>
  );
}
