import type { Curriculum } from '@/lib/curriculum/curriculum';
import { lessonSections } from '@/lib/curriculum/lesson-sections';
import { movedIds } from '@/lib/curriculum/moved-ids';
import type { DatedNote } from '@/lib/notes/note';
import { inLocale, type Locale } from '@/lib/words/locale';

/** A note with the heading it belongs to, in the reader's language. Null: that heading is no longer there. */
export type PlacedNote = DatedNote & {
  readonly headingText: string | null;
  /** Of a highlight: whether its words still stand in the lesson. */
  readonly isFound: boolean;
};

export type LessonNotes = {
  /** `tcp-tls/three-way-four-way` */
  readonly lesson: string;
  /** Null: the lesson was taken away; its notes stay. */
  readonly title: string | null;
  readonly notes: readonly PlacedNote[];
};

/** One's notes in the order of the lessons and of the headings in them. */
export function notesByLesson(taught: Curriculum, stored: readonly DatedNote[], locale: Locale): LessonNotes[] {
  const ids = movedIds(taught);
  const notes = stored.map((note) => ({ ...note, lesson: ids.currentLesson(note.lesson) }));
  const order = taught.paths.flatMap((path) => path.lessons.map(({ id }) => id));
  const gone = [...new Set(notes.map(({ lesson }) => lesson))].filter((lesson) => !order.includes(lesson));
  return [...order, ...gone].flatMap((lesson) => {
    const own = notes.filter((note) => note.lesson === lesson && !note.removed);
    return own.length === 0 ? [] : [placed(taught, lesson, own, locale)];
  });
}

function placed(taught: Curriculum, id: string, notes: readonly DatedNote[], locale: Locale): LessonNotes {
  const lesson = taught.lessonById(id);
  const texts = Object.values(lesson?.texts ?? {});
  const text = lesson?.texts[locale] ?? texts[0];
  const title = inLocale({ en: lesson?.texts.en?.title ?? '', zh: lesson?.texts.zh?.title ?? '' }, locale);
  const headings = ['', ...(text?.headings.map((heading) => heading.id) ?? [])];
  const bare = new Map(
    texts.map((it) => [
      it.locale,
      lesson
        ? lessonSections(lesson, it)
            .map((section) => letters(section.text))
            .join('\n')
        : '',
    ]),
  );
  const at = ({ heading }: DatedNote) => (headings.includes(heading) ? headings.indexOf(heading) : headings.length);
  return {
    lesson: id,
    title: text ? title || text.title : null,
    notes: notes
      .toSorted((one, other) => at(one) - at(other) || one.editedAt.getTime() - other.editedAt.getTime())
      .map((note) => ({
        ...note,
        headingText: headingText(note.heading, text),
        isFound: !note.anchor || (bare.get(asLocale(note.anchor.locale)) ?? '').includes(letters(note.anchor.quote)),
      })),
  };
}

function headingText(
  id: string,
  text: { title: string; headings: readonly { id: string; text: string }[] } | undefined,
) {
  if (id === '') return text?.title ?? null;
  return text?.headings.find((heading) => heading.id === id)?.text ?? null;
}

function asLocale(locale: string): Locale {
  return locale === 'zh' ? 'zh' : 'en';
}

/** Page and file break lines and space formulas each in their own way: what is compared is what can be read. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
