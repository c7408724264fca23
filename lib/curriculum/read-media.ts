import { createHash } from 'node:crypto';
import { copyFile, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaAddress, mediaEndings, mediaForm, mediaLimits, mediaName } from '@/lib/media/media-type';
import { readWebVtt } from '@/lib/media/webvtt';
import { NotRichText, richText } from '@/lib/quiz/rich-text';
import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import { imageSize } from './image-size';
import type { Lesson, MediaFile } from './lesson';
import { authorPath, folderExists, inFolder, listFolder, readSource } from './read-source';
import { startOfFile } from './source-text';

/** What lies in `media/`, and what is wrong with it. */
export async function readMedia(lessonFolder: string): Promise<{ media: MediaFile[]; errors: AuthorError[] }> {
  const folder = inFolder(lessonFolder, 'media');
  if (!(await folderExists(folder))) return { media: [], errors: [] };
  const media: MediaFile[] = [];
  const errors: AuthorError[] = [];
  const { files, folders } = await listFolder(folder);
  for (const name of folders) errors.push(fault(folder, name, { message: 'media/ has no folders in it', found: name }));
  for (const name of files) {
    const form = mediaForm(name);
    const wrong = form ? await faultsOf(folder, name) : [notMedia(folder, name)];
    errors.push(...wrong);
    if (form) media.push({ name, kind: form.kind });
  }
  return { media, errors };
}

type Letter = Partial<Pick<AuthorError, 'line' | 'column' | 'expected' | 'found' | 'fix'>> & { message: string };

function fault(folder: string, name: string, letter: Letter): AuthorError {
  return { file: authorPath(inFolder(folder, name)), ...startOfFile, rule: 'media', ...letter };
}

function notMedia(folder: string, name: string): AuthorError {
  const end = name.slice(name.lastIndexOf('.') + 1);
  const meant = didYouMean(end, mediaEndings);
  return fault(folder, name, {
    message: `a ".${end}" file cannot be played or read here${meant ? `; did you mean ".${meant}"?` : ''}`,
    expected: `a file that ends in ${mediaEndings.join(', ')}`,
    found: name,
  });
}

async function faultsOf(folder: string, name: string): Promise<AuthorError[]> {
  const form = mediaForm(name);
  if (!form) return [];
  if (!mediaName.test(name))
    return [
      fault(folder, name, {
        message: 'the name stands in an address: small letters, digits and single . _ -',
        found: name,
        fix: name.toLowerCase().replace(/[^a-z0-9.]+/g, '-'),
      }),
    ];
  const { size } = await stat(inFolder(folder, name));
  const most = mediaLimits[form.kind];
  if (size > most)
    return [
      fault(folder, name, {
        message: 'this file is too heavy for whoever has to load it',
        expected: `at most ${megabytes(most)}`,
        found: megabytes(size),
      }),
    ];
  if (!form.fits(await headOf(inFolder(folder, name))))
    return [fault(folder, name, { message: `this is no ${form.type} file, whatever its name says`, found: name })];
  if (form.kind === 'captions') return captionFaults(folder, name);
  return form.kind === 'transcript' ? transcriptFaults(folder, name) : [];
}

async function captionFaults(folder: string, name: string): Promise<AuthorError[]> {
  const source = await readSource(inFolder(folder, name));
  return readWebVtt(source?.text ?? '').faults.map((letter) => ({
    ...fault(folder, name, letter),
    rule: 'captions',
  }));
}

async function transcriptFaults(folder: string, name: string): Promise<AuthorError[]> {
  const source = await readSource(inFolder(folder, name));
  if (!source || source.text.trim() === '') return [fault(folder, name, { message: 'this transcript is empty' })];
  try {
    richText(source.text);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof NotRichText)) throw thrown;
    const { line, column, found } = thrown;
    return [fault(folder, name, { line, column, message: `${found} cannot stand in a transcript`, found })];
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const head = new Uint8Array(16);
    await file.read(head, 0, head.length, 0);
    return head;
  } finally {
    await file.close();
  }
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Where what is played lies, by its hash: a build's pages name it, and an open tab's older one stays. */
function mediaHome(): string {
  return join(/*turbopackIgnore: true*/ process.cwd(), process.env.HANDRAIL_BUILDS ?? '.data', 'media');
}

/** The address of a file of `media/`, which is put where the front door finds it. */
export async function servedMedia(lesson: Pick<Lesson, 'folder'>, name: string): Promise<string> {
  const from = inFolder(inFolder(lesson.folder, 'media'), name);
  const tag = createHash('sha256')
    .update(await readFile(from))
    .digest('base64url')
    .slice(0, 22);
  const home = mediaHome();
  const to = join(/*turbopackIgnore: true*/ home, `${tag}.${name.slice(name.lastIndexOf('.') + 1)}`);
  const isThere = await stat(/*turbopackIgnore: true*/ to).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await mkdir(/*turbopackIgnore: true*/ home, { recursive: true });
    const draft = `${to}.${process.pid}.${Math.round(performance.now() * 1_000)}`;
    await copyFile(/*turbopackIgnore: true*/ from, draft);
    await rename(/*turbopackIgnore: true*/ draft, to);
  }
  return mediaAddress(tag, name);
}

/** A text of `media/` that the check let through. */
export async function mediaText(lesson: Pick<Lesson, 'folder'>, name: string): Promise<string> {
  return (await readSource(inFolder(inFolder(lesson.folder, 'media'), name)))?.text ?? '';
}

/** The size of a poster, so that nothing moves when the film comes. */
export async function posterSize(lesson: Pick<Lesson, 'folder'>, name: string) {
  return imageSize(await readFile(inFolder(inFolder(lesson.folder, 'media'), name)));
}
