import type { Text, TextFormat } from '../exchanged';
import { textFormats } from '../exchanged';

const escaped = /\\([~=#{}:\\n])/g;

/** What an author of GIFT meant: `\=` is =, `\n` is the end of a line. */
export function unescapeGift(text: string): string {
  return text.replace(escaped, (_, mark: string) => (mark === 'n' ? '\n' : mark)).trim();
}

/** The text in which GIFT's own marks are themselves, on one line. */
export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
}

const marker = /^\[([a-z]+)\]/;

/** A text that may begin with its format: `[html]<b>SYN</b>`. */
export function giftText(source: string, usual: TextFormat): Text {
  const trimmed = source.trim();
  const name = marker.exec(trimmed)?.[1];
  const format = textFormats.find((known) => known === name);
  return { format: format ?? usual, text: unescapeGift(format ? trimmed.slice(format.length + 2) : trimmed) };
}
