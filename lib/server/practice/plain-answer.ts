import { httpDate } from '@/lib/labs/http/http-date';
import type { Answer } from '@/lib/practice/exchange';

type Plain = {
  readonly status: number;
  readonly reason: string;
  readonly text: string | Uint8Array;
  readonly fields?: Readonly<Record<string, string>>;
  /** A HEAD gets the same head and no content. */
  readonly head?: boolean;
  readonly closes?: boolean;
};

/**
 * What every answer at these addresses says: text that others wrote comes back here, and must be nothing but text to a browser, whatever it
 * holds. A page that is opened in spite of that runs no script, sends no form and belongs to no site.
 */
export const harmless: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', "default-src 'none'; sandbox"],
  ['X-Content-Type-Options', 'nosniff'],
];

/** An answer that no exchange has made: the echo, and what is refused. */
export function plainAnswer({ status, reason, text, fields = {}, head = false, closes = false }: Plain): Answer {
  const content = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const lines = [
    ['Date', httpDate(Date.now())],
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Length', String(content.length)],
    ['Cache-Control', 'no-store'],
    ...harmless,
    ...Object.entries(fields),
    ...(closes ? [['Connection', 'close']] : []),
  ];
  const top = `HTTP/1.1 ${status} ${reason}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const bytes = Buffer.concat([Buffer.from(top, 'latin1'), ...(head ? [] : [content])]);
  return { pieces: [{ afterMs: 0, bytes }], closes };
}
