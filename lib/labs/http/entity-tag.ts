import { listElements } from './message';

/** `"abc"`, or `W/"abc"` (RFC 9110 §8.8.3). */
export function isEntityTag(text: string): boolean {
  return /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(text);
}

const opaque = (tag: string) => (tag.startsWith('W/') ? tag.slice(2) : tag);

/** RFC 9110 §8.8.3.2: weakly, the same text is enough. */
export function weaklyMatches(a: string, b: string): boolean {
  return opaque(a) === opaque(b);
}

/** Strongly, neither may be weak. */
export function stronglyMatches(a: string, b: string): boolean {
  return a === b && !a.startsWith('W/');
}

/** Whether a field of tags (`If-Match`, `If-None-Match`) names this one; `*` names any that exists. */
export function namesTag(value: string, tag: string | null, matches: (a: string, b: string) => boolean): boolean {
  if (value.trim() === '*') return true;
  return tag !== null && listElements(value).some((one) => isEntityTag(one) && matches(one, tag));
}
