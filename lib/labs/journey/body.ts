import type { Resource, ResourceType } from './setup';

export const mediaTypes: Readonly<Record<ResourceType, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  json: 'application/json',
  woff2: 'font/woff2',
};

const lines: Readonly<Record<ResourceType, { head: string; line: (number: number) => string; tail: string }>> = {
  html: { head: '<!doctype html>\n<title>Page</title>\n', line: (number) => `<p>Line ${number}</p>\n`, tail: '' },
  css: { head: '', line: (number) => `.item-${number} { margin: ${number % 9}px }\n`, tail: '' },
  js: { head: '', line: (number) => `show(${number});\n`, tail: '' },
  svg: {
    head: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99">\n',
    line: (number) => `<circle cx="${number % 99}" cy="${(number * 7) % 99}" r="1"/>\n`,
    tail: '</svg>\n',
  },
  json: { head: '[\n', line: (number) => `${number},\n`, tail: '0]\n' },
  woff2: { head: 'wOF2', line: (number) => String.fromCharCode(number & 0x7f), tail: '' },
};

const made = new Map<string, Uint8Array>();
const mostMade = 200;
const encoder = new TextEncoder();

/** What a resource holds: its text, or as many bytes of its type as it is said to have. The same each time. */
export function bodyOf({ type, text, bytes }: Resource): Uint8Array {
  const key = text === undefined ? `${type} ${bytes}` : `text ${text}`;
  const before = made.get(key);
  if (before) return before;
  const body = text === undefined ? filled(type, bytes) : encoder.encode(text);
  if (made.size >= mostMade) made.clear();
  made.set(key, body);
  return body;
}

/** Whole lines as long as they fit, then white space. */
function filled(type: ResourceType, bytes: number): Uint8Array {
  const { head, line, tail } = lines[type];
  const parts = [head];
  let length = head.length + tail.length;
  for (let number = 0; ; number += 1) {
    const next = line(number);
    if (length + next.length > bytes) break;
    parts.push(next);
    length += next.length;
  }
  return encoder.encode(`${parts.join('')}${' '.repeat(Math.max(0, bytes - length))}${tail}`).subarray(0, bytes);
}
