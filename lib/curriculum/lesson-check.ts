import type { GlossaryTerm, Lesson } from './lesson';
import type { LessonCheck } from './lesson-rules';
import { authorPath, inFolder } from './read-source';
import type { LessonRead, PathHead } from './read-whole-lesson';
import { placeAtOffset, startOfFile } from './source-text';

type Read = Pick<LessonRead, 'places' | 'sources'> & { readonly lesson: Lesson };

/** A lesson as its rules look at it. What was read is asked for only when a rule does: a lesson that is kept has its files still on disk. */
export function lessonCheck(read: Read, path: PathHead, glossary: readonly GlossaryTerm[]): LessonCheck {
  const { lesson } = read;
  const file = (name: string) => authorPath(inFolder(lesson.folder, name));
  return {
    lesson,
    path,
    glossary,
    get sources() {
      return read.sources;
    },
    place: (name, at) => ({ file: file(name), ...(read.places.get(name)?.(at) ?? startOfFile) }),
    placeAt: (name, offset) => ({ file: file(name), ...placeAtOffset(read.sources.get(name)?.text ?? '', offset) }),
  };
}
