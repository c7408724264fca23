import type { ReadFault } from '../exchanged';
import { limits } from '../limits';

/** The text of a file that was brought: UTF-8 or UTF-16 with its mark; line ends become `\n`. */
export function textOfBytes(bytes: Uint8Array): { text: string } | { fault: ReadFault } {
  const start = { line: 1, column: 1 };
  if (bytes.byteLength > limits.bytes)
    return { fault: { ...start, message: `the file has ${bytes.byteLength} bytes; at most ${limits.bytes} are read` } };
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    const nul = text.indexOf('\0');
    if (nul === -1) return { text };
    return {
      fault: { ...start, message: 'this is not a text: it has a byte of zero', fix: 'export it again as text' },
    };
  } catch {
    return { fault: { ...start, message: `this is not ${encoding.toUpperCase()}`, fix: 'save it as UTF-8' } };
  }
}
