import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotesList } from '@/components/notes/notes-list';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { thisSession } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { notesOf } from '@/lib/notes/note-store';
import { notesByLesson } from '@/lib/notes/notes-by-lesson';
import { isLocale } from '@/lib/words/locale';
import { notesWords } from '@/lib/words/notes';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { ...pageMetadata({ locale, path: '/notes', title: notesWords[locale].title }), robots: { index: false } };
}

/** All of one's notes, by lesson. Written and removed where they belong: in the lesson. */
export default async function NotesPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = notesWords[locale];
  const session = await thisSession();
  const notes = session ? await notesOf(session.learnerId) : [];
  return (
    <SitePage locale={locale} path="/notes" section="me">
      <PageFrame title={words.title} lede={words.lede}>
        <NotesList locale={locale} lessons={notesByLesson(await curriculum(), notes, locale)} />
      </PageFrame>
    </SitePage>
  );
}
