import { isAbsolute, resolve } from 'node:path';
import { ContentFault, isError } from '@/lib/curriculum/author-error';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { readContent } from '@/lib/curriculum/read-content';
import { stampOf } from '@/lib/curriculum/read-stamp';
import { onlyOne } from '@/lib/only-one';

/** The product's own content and whatever CONTENT_DIRS adds, in that order. */
export function contentDirs(source: Record<string, string | undefined> = process.env): string[] {
  const further = (source.CONTENT_DIRS ?? '').split(/[:,]/).filter(Boolean);
  return ['content', ...further].map((folder) => (isAbsolute(folder) ? folder : resolve(folder)));
}

type Kept = { stamp: string; reading: Promise<Curriculum> };

/**
 * The curriculum of this process, read once. In development it is read again when a file has changed, so that a saved lesson shows on the
 * next request; asking the file system for that costs a few milliseconds, which production does not pay.
 */
export async function curriculum(): Promise<Curriculum> {
  const kept = onlyOne<{ now: Kept | undefined }>('curriculum', () => ({ now: undefined }));
  const live = process.env.NODE_ENV === 'development';
  if (kept.now && !live) return kept.now.reading;
  const dirs = contentDirs();
  const stamp = live ? await stampOf(dirs) : '';
  if (kept.now?.stamp !== stamp) kept.now = { stamp, reading: soundContent(dirs, live) };
  return kept.now.reading;
}

/** Drafts are shown to authors at work, never to learners. */
async function soundContent(dirs: readonly string[], drafts: boolean): Promise<Curriculum> {
  const { curriculum, findings } = await readContent(dirs, { drafts });
  const errors = findings.filter(isError);
  if (errors.length > 0) throw new ContentFault(errors);
  return curriculum;
}
