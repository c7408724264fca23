import { isUtf8 } from 'node:buffer';
import type { AuthorError } from './author-error';
import { placeAtOffset, sourceText, startOfFile } from './source-text';

/** A long lesson has 100 KB, a long quiz 300 KB: far above that something else was put here. */
export function largestFile(file: string): number {
  if (file.endsWith('.png')) return 20_000_000;
  return file.endsWith('.mdx') ? 500_000 : 1_000_000;
}

export function notAFile(file: string): AuthorError {
  return {
    file,
    ...startOfFile,
    rule: 'not-a-file',
    message: 'this is a link or a device; content is plain files',
    fix: 'put the file itself here',
  };
}

export function tooLarge(file: string, size: number): AuthorError {
  const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
  return {
    file,
    ...startOfFile,
    rule: 'too-large',
    message: 'this file is too large to be what its name says',
    expected: `at most ${megabytes(largestFile(file))}`,
    found: megabytes(size),
  };
}

/** At the first byte that is none of UTF-8's. */
export function notUtf8(file: string, bytes: Buffer): AuthorError {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const sound = soundPrefix(bytes);
  const { text } = sourceText(file, bytes.toString('utf8', 0, sound));
  return {
    file,
    ...placeAtOffset(text, text.length),
    rule: 'not-utf8',
    message: isUtf16
      ? 'this file is saved as UTF-16; content is UTF-8'
      : 'here stands something that is not UTF-8 text',
    expected: 'a file saved as UTF-8',
    found: `the byte 0x${(bytes[sound] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  };
}

/** How many bytes from the start are whole UTF-8 characters. */
function soundPrefix(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  const isSound = (length: number) => {
    try {
      // A character that is cut at the end is not wrong yet.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isSound(middle)) low = middle;
    else high = middle - 1;
  }
  // Back over the beginning of a character that its next byte broke.
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) low--;
  return low;
}
