import { notFound, permanentRedirect } from 'next/navigation';
import type { Curriculum, LessonRoute } from '@/lib/curriculum/curriculum';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { notDrawn } from '@/lib/curriculum/read-not-drawn';
import { isLocale, locales } from '@/lib/words/locale';

export type LessonParams = { locale: string; path: string; lesson: string };

/**
 * Every lesson in every language of the interface (one that it is not written in shows the other, and says so), and every old address that still
 * has to lead somewhere. Without what a build has from the one before.
 */
export async function lessonAddresses(): Promise<LessonParams[]> {
  const { paths } = await curriculum();
  const apart = await notDrawn();
  return paths.flatMap((path) =>
    path.lessons.flatMap((lesson) =>
      [...(apart.has(lesson.id) ? [] : [lesson.id]), ...lesson.formerly].flatMap((address) => {
        const [home = '', slug = ''] = address.split('/');
        return locales.map((locale) => ({ locale, path: home, lesson: slug }));
      }),
    ),
  );
}

/** The lesson at an address; an old address leads to the new one, an unknown one to "not found". */
export async function lessonAt(params: LessonParams): Promise<{ route: LessonRoute; all: Curriculum }> {
  const { locale, path, lesson } = params;
  if (!isLocale(locale)) notFound();
  const all = await curriculum();
  const route = all.route(locale, path, lesson);
  if (route) return { route, all };
  const moved = all.movedFrom(path, lesson);
  if (moved) permanentRedirect(`/${locale}/learn/${moved.id}`);
  notFound();
}
