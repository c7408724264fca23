import type { Localized } from '@/lib/words/locale';
import type { Feedback, Mark } from './answer';
import { type CreditRule, creditFor } from './credit';
import type { Grade } from './grade';
import { letteredOptions, optionIds, publicText } from './letters';
import type { PlacingResponse } from './public-placing';
import type { PublicOption } from './public-single-choice';
import { richTexts } from './rich-text';

/** Something that has a place: a left item and its match, an item and its category. */
export type Part = {
  id: string;
  place: string;
  /** Told when it was put elsewhere; a mistake's own feedback, where there is one for that place, goes before it. */
  feedback?: Localized | undefined;
  mistakes: readonly { place: string; feedback: Localized }[];
};

/** How right parts become credit. */
export const placingRules = ['each-part', 'all-or-nothing'] as const satisfies readonly CreditRule[];

export function gradePlaces(
  parts: readonly Part[],
  rule: CreditRule,
  { places }: PlacingResponse,
  missing: 'pairs' | 'categories',
): Grade {
  if (parts.some(({ id }) => !Object.hasOwn(places, id))) return { kind: 'incomplete', missing };
  const right = parts.filter(({ id, place }) => places[id] === place).length;
  return { kind: 'scored', earned: creditFor(rule, { right, of: parts.length }), possible: 1 };
}

/** Every part is marked, and a wrong one spoken of: a learner who sees which ones hold can think about the others. */
export function feedbackOnPlaces(parts: readonly Part[], { places }: PlacingResponse): Feedback {
  const marks = parts.map((part): [string, Mark] => {
    const given = places[part.id];
    if (given === part.place) return [part.id, { right: true }];
    const told = part.mistakes.find(({ place }) => place === given)?.feedback ?? part.feedback;
    return [part.id, { right: false, ...(told ? { feedback: richTexts(told) } : {}) }];
  });
  const right = marks.filter(([, mark]) => mark.right).length;
  return { marks: Object.fromEntries(marks), parts: { right, of: parts.length } };
}

export function placesOf(parts: readonly Part[]): PlacingResponse {
  return { places: Object.fromEntries(parts.map(({ id, place }) => [id, place])) };
}

type Option = { id: string; text: Localized };

/** Places under numbers instead of letters. Shuffled like options, or in the author's order where that is shown. */
export function numberedOptions(options: readonly Option[], shuffledFor?: string): PublicOption[] {
  const texts =
    shuffledFor === undefined
      ? options.map(({ text }) => publicText(text))
      : letteredOptions(shuffledFor, options).map(({ text }) => text);
  return texts.map((text, index) => ({ letter: String(index + 1), text }));
}

/** Number → id. */
export function numberedIds(options: readonly Option[], shuffledFor?: string): Record<string, string> {
  const ids = shuffledFor === undefined ? options.map(({ id }) => id) : Object.values(optionIds(shuffledFor, options));
  return Object.fromEntries(ids.map((id, index) => [String(index + 1), id]));
}
