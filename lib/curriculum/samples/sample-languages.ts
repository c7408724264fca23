const readable = new Set(
  'js javascript mjs cjs html css json jsonc jsonl sh bash shell shellscript console shellsession'.split(' '),
);

/** Whether there is a parser for a language; asked before any of them is loaded. */
export function isReadable(language: string): boolean {
  return readable.has(language);
}
