export type Place = readonly PropertyKey[];

/** A part of a question, rebuilt with each of its texts put through `change`; the rest as it is. */
export function mapTexts(part: unknown, change: (text: string, place: Place) => unknown, place: Place = []): unknown {
  if (typeof part === 'string') return change(part, place);
  if (Array.isArray(part)) return part.map((one, at) => mapTexts(one, change, [...place, at]));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, mapTexts(one, change, [...place, key])]));
}

/** Every text of a question with its place. */
export function textsOf(question: object): { text: string; place: Place }[] {
  const texts: { text: string; place: Place }[] = [];
  mapTexts(question, (text, place) => texts.push({ text, place }));
  return texts;
}

const formulas = new Set<PropertyKey>(['value', 'tolerance']);
const holders = new Set<PropertyKey>(['value', 'tolerance', 'mistakes', 'blanks']);

/** True where a text is a formula for a number and not words: the key's number, a mistake's, how far off is still right. */
export function isFormula(text: string, place: Place): boolean {
  return holders.has(place[0] ?? '') && formulas.has(place.at(-1) ?? '') && !/^\d+(\.\d+)?%$/.test(text);
}
