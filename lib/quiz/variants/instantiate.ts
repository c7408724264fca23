import { evaluate } from '@/lib/formula/evaluate';
import { type Fault, fault, faultWords } from '@/lib/formula/expression';
import { formulaNumber } from '@/lib/formula/formula';
import { isFault, sortOf } from '@/lib/formula/value';
import type { Locale } from '@/lib/words/locale';
import type { Question } from '../question';
import { type Drawn, drawParameters } from './draw-parameters';
import { fillHoles, readHole, shownValue } from './hole';
import { isFormula, mapTexts, type Place } from './walk';

/** A template with the numbers of one draw in its key, or why a formula has no value for them. */
export type Instance<Q extends Question> =
  | { readonly kind: 'instance'; readonly question: Q; readonly drawn: Drawn }
  | { readonly kind: 'not-drawn'; readonly place: Place; readonly why: string };

/** True for a question that is asked with numbers of one's own. */
export function isTemplate(question: Question): boolean {
  return question.parameters !== undefined;
}

/**
 * What is secret of a question: filled in. What is shown of it stays as it is, holes and all: letters, the order of options and the
 * version follow from the template and from nothing else. The values for those holes are `publicHoles`.
 */
const secret = new Set<PropertyKey>([
  'explanation',
  'feedback',
  'hints',
  'accept',
  'near',
  'patterns',
  'mistakes',
  'model',
  'rubric',
  'solution',
  'value',
  'tolerance',
]);

/** True where numbers are filled in on the server. */
export function isSecretPlace(place: Place): boolean {
  return place.some((key) => secret.has(key));
}

export function tryInstantiate<Q extends Question>(question: Q, seed: string): Instance<Q> {
  const drawn = drawParameters(question, seed);
  if (drawn.kind === 'not-drawn') return drawn;
  let failed: { place: Place; fault: Fault } | undefined;
  const filled = mapTexts(question, (text, place) => {
    if (!isSecretPlace(place)) return text;
    const value = isFormula(text, place) ? formulaNumber(text, drawn.en) : filledText(text, drawn, localeAt(place));
    if (typeof value !== 'object') return value;
    failed ??= { place, fault: value };
    return text;
  });
  if (failed) return { kind: 'not-drawn', place: failed.place, why: faultWords(failed.fault) };
  // What was walked through is what it was, but for its texts.
  const instance: Q = JSON.parse(JSON.stringify(filled));
  return { kind: 'instance', question: instance, drawn };
}

/** The question with the numbers of this seed in its key and in what is said about answers. Of a question without parameters: itself. */
export function instantiate<Q extends Question>(question: Q, seed: string): Q {
  if (!isTemplate(question)) return question;
  const instance = tryInstantiate(question, seed);
  if (instance.kind === 'instance') return instance.question;
  throw new Error(`"${question.id}" has no numbers for the seed ${seed}: ${instance.place.join('.')}: ${instance.why}`);
}

/** The language a text is written in; of what is in both, English. */
export function localeAt(place: Place): Locale {
  return place.at(-1) === 'zh' || place.at(-2) === 'zh' ? 'zh' : 'en';
}

/** A text with the values of its holes in it. */
export function filledText(text: string, drawn: Drawn, locale: Locale): string | Fault {
  let failed: Fault | undefined;
  const filled = fillHoles(text, (source) => {
    const shown = holeValue(source, drawn, locale);
    if (typeof shown === 'string') return shown;
    failed ??= shown;
    return '';
  });
  return failed ?? filled;
}

/** What stands in a hole for these numbers. */
export function holeValue(source: string, drawn: Drawn, locale: Locale): string | Fault {
  const hole = readHole(source);
  if (hole.kind === 'fault') return hole;
  const value = evaluate(hole.of, drawn[locale]);
  if (isFault(value)) return value;
  return typeof value === 'object'
    ? fault(0, 'a number or a text', sortOf(value))
    : shownValue(value, hole.isGrouped, locale);
}
