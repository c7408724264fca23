import type { GlossaryTerm, Item, Lesson, LessonText, Path, Site } from '@/lib/curriculum/lesson';
import { type Locale, otherLocale } from '@/lib/words/locale';

/** A lesson at an address: the address's language, the text's language, and whether one stands in for the other. */
export type LessonRoute = {
  readonly path: Path;
  readonly lesson: Lesson;
  readonly text: LessonText;
  readonly locale: Locale;
  readonly textLocale: Locale;
  readonly isFallback: boolean;
};

/** Everything that is taught, in order. Pure: made once from what was read, asked by everyone. */
export class Curriculum {
  readonly #lessons: ReadonlyMap<string, Lesson>;
  readonly #items: ReadonlyMap<string, Item>;
  readonly #formerly: ReadonlyMap<string, Lesson>;
  readonly #glossary: ReadonlyMap<string, GlossaryTerm>;

  constructor(
    readonly site: Site,
    /** In reading order; drafts are not among their lessons unless they were asked for. */
    readonly paths: readonly Path[],
    readonly glossary: readonly GlossaryTerm[],
  ) {
    const lessons = paths.flatMap((path) => path.lessons);
    this.#lessons = new Map(lessons.map((lesson) => [lesson.id, lesson]));
    this.#items = new Map(lessons.flatMap((lesson) => lesson.items.map((item) => [item.id, item])));
    this.#formerly = new Map(lessons.flatMap((lesson) => lesson.formerly.map((old) => [old, lesson])));
    this.#glossary = new Map(glossary.map((term) => [term.id, term]));
  }

  path(id: string): Path | undefined {
    return this.paths.find((path) => path.id === id);
  }

  /** `lesson('tcp-tls', 'three-way-four-way')` */
  lesson(path: string, slug: string): Lesson | undefined {
    return this.#lessons.get(`${path}/${slug}`);
  }

  lessonById(id: string): Lesson | undefined {
    return this.#lessons.get(id);
  }

  /** The lesson that used to live at this address. */
  movedFrom(path: string, slug: string): Lesson | undefined {
    return this.#formerly.get(`${path}/${slug}`);
  }

  /** `item('tcp-tls/three-way-four-way/syn-ack-number')` */
  item(id: string): Item | undefined {
    return this.#items.get(id);
  }

  items(): IterableIterator<Item> {
    return this.#items.values();
  }

  term(id: string): GlossaryTerm | undefined {
    return this.#glossary.get(id);
  }

  previous(lesson: Lesson): Lesson | undefined {
    return this.#beside(lesson, -1);
  }

  next(lesson: Lesson): Lesson | undefined {
    return this.#beside(lesson, 1);
  }

  /** Without a text in the address's language the other one is shown, and said so. */
  route(locale: Locale, path: string, slug: string): LessonRoute | undefined {
    const home = this.path(path);
    const lesson = this.lesson(path, slug);
    if (!home || !lesson) return undefined;
    const text = lesson.texts[locale] ?? lesson.texts[otherLocale(locale)];
    if (!text) return undefined;
    return { path: home, lesson, text, locale, textLocale: text.locale, isFallback: text.locale !== locale };
  }

  #beside(lesson: Lesson, step: 1 | -1): Lesson | undefined {
    const siblings = this.path(lesson.path)?.lessons ?? [];
    const at = siblings.findIndex(({ id }) => id === lesson.id);
    return at < 0 ? undefined : siblings[at + step];
  }
}
