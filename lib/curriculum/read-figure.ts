import { lstat, readFile } from 'node:fs/promises';
import type { AuthorError } from './author-error';
import { ContentFault } from './author-error';
import { imageSize } from './image-size';
import type { Lesson } from './lesson';
import { authorPath, inFolder } from './read-source';
import { largestFile, notAFile, tooLarge } from './read-source-faults';
import { safeSvg } from './safe-svg';
import { sourceText, startOfFile } from './source-text';
import type { SvgElement } from './svg-tree';

export type Figure =
  | { readonly kind: 'drawing'; readonly svg: SvgElement }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array };

/** A figure's own mistakes, for the check. */
export async function figureErrors(folder: string, name: string): Promise<AuthorError[]> {
  const figure = await read(folder, name);
  return 'rule' in figure ? [figure] : [];
}

/** A figure that the check let through. */
export async function readFigure(lesson: Pick<Lesson, 'folder'>, name: string): Promise<Figure> {
  const figure = await read(inFolder(lesson.folder, 'figures'), name);
  if ('rule' in figure) throw new ContentFault([figure]);
  return figure;
}

async function read(folder: string, name: string): Promise<Figure | AuthorError> {
  const path = inFolder(folder, name);
  const stat = await lstat(path);
  if (!stat.isFile()) return notAFile(authorPath(path));
  if (stat.size > largestFile(name)) return tooLarge(authorPath(path), stat.size);
  const bytes = await readFile(path);
  if (name.endsWith('.svg')) {
    const safe = safeSvg(sourceText(authorPath(path), bytes.toString('utf8')));
    return safe.kind === 'safe' ? { kind: 'drawing', svg: safe.svg } : safe.error;
  }
  if (imageSize(bytes)) return { kind: 'picture', bytes };
  return {
    file: authorPath(path),
    ...startOfFile,
    rule: 'figure',
    message: 'a figure is an SVG drawing or a PNG picture',
    found: name,
  };
}
