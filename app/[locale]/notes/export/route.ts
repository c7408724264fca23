import { requestOrigin } from '@/components/ui/request-origin';
import { thisSession } from '@/lib/auth/this-request';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { notesOf } from '@/lib/notes/note-store';
import { notesByLesson } from '@/lib/notes/notes-by-lesson';
import { notesMarkdown } from '@/lib/notes/notes-markdown';
import { isLocale } from '@/lib/words/locale';

/** One's notes as a Markdown file. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  const session = await thisSession();
  if (!session || !isLocale(locale))
    return Response.json({ error: { code: 'no-session', message: 'expected a learner' } }, { status: 401 });
  const lessons = notesByLesson(await curriculum(), await notesOf(session.learnerId), locale);
  return new Response(notesMarkdown(lessons, locale, await requestOrigin()), {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="handrail-notes.md"',
      'cache-control': 'no-store',
    },
  });
}
