import { bundledLanguages } from 'shiki/langs';

/** How to load the grammar of each language a code block may name. Nothing is loaded before a lesson uses it. */
export const codeLanguages: ReadonlyMap<string, (() => Promise<unknown>) | undefined> = new Map<
  string,
  (() => Promise<unknown>) | undefined
>([['text', undefined], ...Object.entries(bundledLanguages)]);
