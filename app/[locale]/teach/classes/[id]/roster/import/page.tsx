import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/classes/roster.module.css';
import { RosterFileForm } from '@/components/classes/roster-file-form';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { thisClass } from '@/lib/classes/this-class';
import { accountWords } from '@/lib/words/account';
import { isLocale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import { readFileAction } from './actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const title = rosterWords[locale].importPage.title;
  return { ...pageMetadata({ locale, path: `/teach/classes/${id}/roster/import`, title }), robots: { index: false } };
}

export default async function ImportRosterPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'change:roster', { locale, path: `/teach/classes/${id}/roster/import` });
  const words = rosterWords[locale].importPage;
  return (
    <ClassPage locale={locale} seen={seen} place="roster" path="/roster/import" title={words.title} lede={words.lede}>
      {seen.classroom.isPseudonymous && <Notice>{words.hiddenNames}</Notice>}
      <div className={styles.form}>
        <RosterFileForm
          action={readFileAction}
          hidden={{ locale, classId: seen.classroom.id }}
          label={words.file}
          hint={words.fileHint}
          submit={words.submit}
          sending={accountWords[locale].sending}
        />
      </div>
      <section className={styles.section} aria-labelledby="columns">
        <h2 id="columns">{words.columns}</h2>
        <p>{words.columnsText}</p>
      </section>
    </ClassPage>
  );
}
