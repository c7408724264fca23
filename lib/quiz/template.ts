import type { Localized } from '@/lib/words/locale';
import { publicText } from './letters';

/** A place to fill in, as it stands in a template: `{{first}}`. */
const mark = /\{\{\s*([a-z0-9-]+)\s*\}\}/g;

/** The blanks that a template names, in the order in which they are read. */
export function marksIn(template: string): string[] {
  return [...template.matchAll(mark)].map(([, id = '']) => id);
}

/** The blanks of a question in the order of its first language, which is the order of their letters in every language. */
export function blankOrder(template: Localized): string[] {
  return marksIn(template.en ?? template.zh ?? '');
}

/** The template with letters in place of ids: an id may say too much. */
export function letteredTemplate(template: Localized, letterOf: ReadonlyMap<string, string>): Localized {
  const lettered = (text: string | undefined) =>
    text?.replace(mark, (_, id: string) => `{{${letterOf.get(id) ?? id}}}`);
  return publicText({ en: lettered(template.en), zh: lettered(template.zh) });
}

/** What of a template is wrong: a blank it does not have, one that is missing, one that stands twice. In words for its author. */
export function templateFault(template: string, ids: readonly string[]): string | undefined {
  const named = marksIn(template);
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown !== undefined) return `{{${unknown}}} is no blank of this question; its blanks are ${ids.join(', ')}`;
  const missing = ids.find((id) => !named.includes(id));
  if (missing !== undefined)
    return `the blank "${missing}" stands nowhere in this text: put {{${missing}}} where it belongs`;
  const twice = named.find((id, at) => named.indexOf(id) !== at);
  return twice === undefined ? undefined : `{{${twice}}} stands here twice; each place is a blank of its own`;
}
