import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { classFields } from '@/components/classes/class-fields';
import { ClassForm } from '@/components/classes/class-form';
import styles from '@/components/classes/classes.module.css';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { thisSession } from '@/lib/auth/this-request';
import { mayMakeClass } from '@/lib/classes/class-plan';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { settings } from '@/lib/settings/setting-store';
import { accountWords } from '@/lib/words/account';
import { classesWords } from '@/lib/words/classes';
import { isLocale } from '@/lib/words/locale';
import { teachWords } from '@/lib/words/teach';
import { makeClassAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: '/teach/new', title: classesWords[locale].make }),
    robots: { index: false },
  };
}

export default async function NewClassPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (!session || session.guest)
    redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/teach/new`)}`);
  if (!mayMakeClass(session, await settings())) notFound();
  const { paths } = await curriculum();
  const words = classesWords[locale];
  // The server's own zone is the school's in a classroom, and a guess that is easily changed elsewhere.
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <SitePage locale={locale} path="/teach/new" section="teach">
      <PageFrame
        title={words.make}
        lede={words.makeLede}
        eyebrow={<a href={`/${locale}/teach`}>{teachWords[locale].classes}</a>}
      >
        <div className={styles.form}>
          <ClassForm
            action={makeClassAction}
            hidden={{ locale }}
            fields={classFields({ name: '', timeZone, locale, paths: [], isPseudonymous: false }, paths, locale)}
            submit={words.makeSubmit}
            sending={accountWords[locale].sending}
            tone="primary"
          />
        </div>
      </PageFrame>
    </SitePage>
  );
}
