import { isAbsolute, resolve } from 'node:path';
import { type AuthorError, ContentFault, isError } from '@/lib/curriculum/author-error';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { readKeptContent } from '@/lib/curriculum/read-kept-content';
import { stampOf } from '@/lib/curriculum/read-stamp';
import { onlyOne } from '@/lib/only-one';

/** The product's own content and whatever CONTENT_DIRS adds, in that order. */
export function contentDirs(source: Record<string, string | undefined> = process.env): string[] {
  const further = (source.CONTENT_DIRS ?? '').split(/[:,]/).filter(Boolean);
  return ['content', ...further].map((folder) => (isAbsolute(folder) ? folder : resolve(folder)));
}

type Kept = { stamp: string; reading: Promise<Curriculum> };

/** `from`: the folders that a finished build keeps its content in; without it, the author's own. */
type Taught = { now: Kept | undefined; from: readonly string[] | undefined };

const taught = () => onlyOne<Taught>('curriculum', () => ({ now: undefined, from: undefined }));

/** What this process teaches is what lies in these folders, once it is asked for. */
export function teachFrom(dirs: readonly string[] | undefined): void {
  Object.assign(taught(), { from: dirs, now: undefined } satisfies Taught);
}

/** Reads what lies in these folders, to be taught later. Throws a ContentFault. */
export function readAhead(dirs: readonly string[]): Promise<Curriculum> {
  return soundContent(dirs, false);
}

/** From now on this process teaches what was read ahead. */
export function teach(curriculum: Curriculum): void {
  taught().now = { stamp: '', reading: Promise.resolve(curriculum) };
}

/**
 * The curriculum of this process, read once. In development it is read again when a file has changed, so that a saved lesson shows on the
 * next request; only what changed is read, and production does not watch.
 */
export async function curriculum(): Promise<Curriculum> {
  const kept = taught();
  const live = process.env.NODE_ENV === 'development';
  if (kept.now && !live) return kept.now.reading;
  const dirs = kept.from ?? contentDirs();
  const stamp = live ? await stampOf(dirs) : '';
  if (kept.now?.stamp !== stamp) kept.now = { stamp, reading: soundContent(dirs, live) };
  return kept.now.reading;
}

/** What keeps this process from teaching what lies in the folders; nothing when all is well. */
export async function mistakesInTheWay(): Promise<readonly AuthorError[]> {
  try {
    await curriculum();
    return [];
  } catch (error) {
    // It may have been thrown in the other module graph, where the class is another.
    if (error instanceof Error && error.name === 'ContentFault' && 'errors' in error && Array.isArray(error.errors))
      return error.errors;
    throw error;
  }
}

/** Drafts are shown to authors at work, never to learners. */
async function soundContent(dirs: readonly string[], drafts: boolean): Promise<Curriculum> {
  const { curriculum, findings } = await readKeptContent(dirs, { drafts, live: drafts });
  const errors = findings.filter(isError);
  if (errors.length > 0) throw new ContentFault(errors);
  return curriculum;
}
