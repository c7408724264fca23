import type { Lesson, MediaFile } from './lesson';
import { type Figure, readFigure } from './read-figure';
import { mediaText, posterSize, servedMedia } from './read-media';

/** A file of `media/` as a page shows it: where it lies, what is read in it, how large a poster is. What it has not is empty. */
export type ShownMedia = {
  readonly address: string;
  readonly text: string;
  readonly size: { readonly width: number; readonly height: number } | undefined;
};

/** What a lesson's words show from the files beside them, by name. */
export type LessonFiles = {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly media: ReadonlyMap<string, ShownMedia>;
};

/**
 * Read before anything is drawn: a page that waits for a file while it is drawn is written in the order in which its files were read, and
 * comes out with other bytes, and another ETag, each time.
 */
export async function lessonFiles(lesson: Pick<Lesson, 'folder' | 'figures' | 'media'>): Promise<LessonFiles> {
  const [figures, media] = await Promise.all([
    Promise.all(lesson.figures.map(async (name) => [name, await readFigure(lesson, name)] as const)),
    Promise.all(lesson.media.map(async (file) => [file.name, await shownMedia(lesson, file)] as const)),
  ]);
  return { figures: new Map(figures), media: new Map(media) };
}

async function shownMedia(lesson: Pick<Lesson, 'folder'>, { name, kind }: MediaFile): Promise<ShownMedia> {
  const isRead = kind === 'transcript' || kind === 'captions';
  return {
    address: kind === 'transcript' ? '' : await servedMedia(lesson, name),
    text: isRead ? await mediaText(lesson, name) : '',
    size: kind === 'poster' ? await posterSize(lesson, name) : undefined,
  };
}
