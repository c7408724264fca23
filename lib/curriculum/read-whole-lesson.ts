import type { AuthorError } from './author-error';
import { checkLesson } from './check-lesson';
import { type TermUse, termUses } from './check-terms';
import type { GlossaryTerm, Lesson, Path } from './lesson';
import { type LessonFolder, readLesson } from './read-lesson';
import type { PlaceOf } from './schema-errors';
import type { SourceText } from './source-text';

/** Everything that a lesson's own folder says, and nothing else: the same files always give the same. */
export type LessonRead = {
  /** Undefined when lesson.yaml cannot be read. */
  readonly lesson: Lesson | undefined;
  /** Its files against their schemas, and against one another. */
  readonly errors: readonly AuthorError[];
  readonly terms: readonly TermUse[];
  /** Where things were written, and what was read: by file name. */
  readonly places: { get(name: string): PlaceOf | undefined };
  readonly sources: ReadonlyMap<string, SourceText>;
};

/** How a path's lessons come in: from their files, or from what is kept of them. */
export type LessonReader = (folder: LessonFolder, around: Around) => Promise<LessonRead>;

/** What its own rules may ask besides the lesson itself. */
export type Around = { readonly path: PathHead | undefined; readonly glossary: readonly GlossaryTerm[] };

/** A path without its lessons; a lesson's own rules know no more of it. */
export type PathHead = Omit<Path, 'lessons'>;

export async function readWholeLesson(folder: LessonFolder): Promise<LessonRead> {
  const { draft, errors } = await readLesson(folder);
  if (!draft) return { lesson: undefined, errors, terms: [], places: new Map(), sources: new Map() };
  const checked = checkLesson(draft);
  return {
    lesson: checked.lesson,
    errors: [...errors, ...checked.errors],
    terms: [...draft.texts.values()].flatMap(({ text, uses }) => termUses(text.file, uses)),
    places: draft.places,
    sources: draft.sources,
  };
}
