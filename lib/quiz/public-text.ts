import type { Reading } from './answer';

/** More than any answer in a line needs, and little enough to compare with every accepted form. */
export const longestText = 200;

/** A blank stands inside a sentence. */
export const longestBlank = 100;

/** Characters that leave no mark: a text of nothing else is blank. */
const unseen = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/g;

export function isBlank(text: string): boolean {
  return text.replace(unseen, '') === '';
}

/** What was written in one line, or why it is none. */
export function readLine(text: unknown, field: string): Reading<string> {
  if (typeof text !== 'string' || text.length > longestText)
    return { kind: 'wrong-shape', field, expected: `what was typed, at most ${longestText} characters` };
  if (isBlank(text)) return { kind: 'incomplete', missing: 'text' };
  return { kind: 'complete', response: text.trim() };
}
