import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/classes/roster.module.css';
import { RosterPreviewView } from '@/components/classes/roster-preview';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { isUuid } from '@/lib/classes/class-for';
import { previewRoster } from '@/lib/classes/roster/submit-roster';
import { thisClass } from '@/lib/classes/this-class';
import { isLocale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import { takeOverAction } from './actions';

type Props = {
  params: Promise<{ locale: string; id: string; importId: string }>;
  searchParams: Promise<{ said?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, importId } = await params;
  if (!isLocale(locale)) return {};
  const path = `/teach/classes/${id}/roster/import/${importId}`;
  return { ...pageMetadata({ locale, path, title: rosterWords[locale].preview.title }), robots: { index: false } };
}

/** The dry run: nothing is changed by looking. */
export default async function RosterPreviewPage({ params, searchParams }: Props) {
  const { locale, id, importId } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/roster/import/${importId}`;
  const seen = await thisClass(id, 'change:roster', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom, session } = seen;
  const preview = isUuid(importId) ? await previewRoster(classroom.id, importId, session.role) : undefined;
  if (!preview) notFound();
  const { said } = await searchParams;
  const words = rosterWords[locale].preview;
  const again = `/${locale}/teach/classes/${classroom.id}/roster/import`;
  const doable = preview.steps.length - preview.numbers.unchanged;
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="roster"
      path={path}
      title={words.title}
      lede={<span dir="auto">{words.of(preview.file, preview.steps.length)}</span>}
    >
      <p className={styles.quiet}>
        {preview.kind === 'oneroster' ? 'OneRoster' : new Map(Object.entries(words.encoding)).get(preview.encoding)}
      </p>
      {said === 'has-bad' && <Notice kind="problem">{words.hasBad}</Notice>}
      <RosterPreviewView preview={preview} locale={locale} />
      {doable === 0 && preview.bad === 0 && <Notice>{words.nothing}</Notice>}
      {preview.bad > 0 && <p>{words.allOrNothing}</p>}
      <form action={takeOverAction} className={styles.inline}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="classId" value={classroom.id} />
        <input type="hidden" name="importId" value={importId} />
        {doable > 0 && (
          <button
            type="submit"
            name="bad"
            value={preview.bad > 0 ? 'skip' : 'refuse'}
            className={`${button.button} ${button.primary}`}
          >
            {preview.bad > 0 ? words.skip(preview.bad) : words.all}
          </button>
        )}
        <a className={button.button} href={again}>
          {words.back}
        </a>
      </form>
    </ClassPage>
  );
}
