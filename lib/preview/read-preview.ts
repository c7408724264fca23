import type { AuthorError } from '@/lib/curriculum/author-error';
import { inReadingOrder } from '@/lib/curriculum/author-error';
import { contentFindings } from '@/lib/curriculum/content-rules';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson, Path } from '@/lib/curriculum/lesson';
import type { Content } from '@/lib/curriculum/read-content';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { readKeptContent } from '@/lib/curriculum/read-kept-content';
import { KeptLessons } from '@/lib/curriculum/read-kept-lessons';
import { authorPath } from '@/lib/curriculum/read-source';
import { stampOf } from '@/lib/curriculum/read-stamp';
import { onlyOne } from '@/lib/only-one';
import { type FindingsAt, findingsAt, isInTheWay } from './findings-at';
import { type LessonFolder, lessonFolders } from './lesson-folders';
import { readLessonFindings } from './read-lesson-findings';

/** A lesson that can be drawn, and all that is drawn with it. */
export type SoundLesson = { readonly lesson: Lesson; readonly path: Path; readonly curriculum: Curriculum };

/** One lesson as its author looks at it. */
export type LessonPreview = LessonFolder & {
  /** As the files say now, or as they said when they last could be drawn; undefined when they never could since this process began. */
  readonly shown: SoundLesson | undefined;
  readonly isLastSound: boolean;
  readonly findings: FindingsAt;
  /** What is wrong outside of every lesson's folder: the glossary, a path.yaml. It may be why the lesson cannot be drawn. */
  readonly elsewhere: readonly AuthorError[];
  /** Where each question begins in quiz.yaml, by its id. */
  readonly questionLines: ReadonlyMap<string, number>;
};

/** All content as it lies on the disk now, drafts and mistakes included. Never thrown over: what is broken is told. */
export type PreviewContent = {
  readonly curriculum: Curriculum;
  readonly folders: readonly LessonFolder[];
  readonly lesson: (id: string) => Promise<LessonPreview | undefined>;
  readonly elsewhere: readonly AuthorError[];
};

type Kept = { stamp: string; reading: Promise<PreviewContent> } | undefined;

/** Read again when a file has changed: on a running site, too, where an author's draft is not part of the build. */
export async function previewContent(): Promise<PreviewContent> {
  const kept = onlyOne<{ now: Kept }>('preview', () => ({ now: undefined }));
  const dirs = contentDirs();
  const stamp = await stampOf(dirs);
  if (kept.now?.stamp !== stamp) {
    const reading = readPreview(dirs, lastSound());
    kept.now = { stamp, reading };
    reading.catch(() => {
      if (kept.now?.reading === reading) kept.now = undefined;
    });
  }
  return kept.now.reading;
}

/** What each lesson was when it last could be drawn. */
function lastSound(): Map<string, SoundLesson> {
  return onlyOne('preview-last-sound', () => new Map<string, SoundLesson>());
}

export async function readPreview(dirs: readonly string[], sound: Map<string, SoundLesson>): Promise<PreviewContent> {
  const [content, folders] = await Promise.all([
    readKeptContent(dirs, { drafts: true, live: true }),
    lessonFolders(dirs),
  ]);
  const { curriculum } = content;
  const checks = new Map(content.checks.map((check) => [check.lesson.id, check]));
  const homes = folders.map(({ folder }) => authorPath(folder));
  const isElsewhere = ({ file }: AuthorError) => !homes.some((home) => file === home || file.startsWith(`${home}/`));
  const beside = contentFindings(curriculum, content.place);
  const elsewhere = [...content.findings, ...beside].filter(isElsewhere);

  for (const { id, folder } of folders) {
    const now = soundLesson(curriculum, id);
    const isSound = !findingsAt(authorPath(folder), content.findings).all.some(isInTheWay);
    if (now && isSound) sound.set(id, now);
  }

  const kept = new KeptLessons(dirs);
  const lesson = async (id: string): Promise<LessonPreview | undefined> => {
    const home = folders.find((folder) => folder.id === id);
    if (!home) return undefined;
    const now = curriculum.lessonById(id);
    const shown = sound.get(id);
    const check = checks.get(id);
    const own = [...content.findings, ...beside, ...(check ? await readLessonFindings(check, kept) : [])];
    return {
      ...home,
      shown,
      isLastSound: shown !== undefined && shown.lesson !== now,
      findings: findingsAt(authorPath(home.folder), inReadingOrder(own)),
      elsewhere,
      questionLines: now ? questionLines(content, now) : new Map(),
    };
  };
  return { curriculum, folders, lesson: onceEach(lesson), elsewhere };
}

function soundLesson(curriculum: Curriculum, id: string): SoundLesson | undefined {
  const lesson = curriculum.lessonById(id);
  const path = lesson && curriculum.path(lesson.path);
  return lesson && path && Object.keys(lesson.texts).length > 0 ? { lesson, path, curriculum } : undefined;
}

function questionLines({ place }: Content, lesson: Lesson): Map<string, number> {
  const questions = lesson.items.filter(({ kind }) => kind === 'question');
  return new Map(questions.map(({ local }, at) => [local, place(lesson, 'quiz.yaml', ['questions', at]).line]));
}

/** What a page asks for twice is made once for each reading. */
function onceEach<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id);
    if (known !== undefined) return known;
    const value = make(id);
    made.set(id, value);
    return value;
  };
}
