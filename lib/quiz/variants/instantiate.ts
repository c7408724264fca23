import { evaluate } from '@/lib/formula/evaluate';
import { type Fault, fault, faultWords } from '@/lib/formula/expression';
import { formulaNumber } from '@/lib/formula/formula';
import { isFault, sortOf } from '@/lib/formula/value';
import type { Locale } from '@/lib/words/locale';
import type { Question } from '../question';
import { type Drawn, drawParameters } from './draw-parameters';
import { fillHoles, holesIn, readHole, shownValue } from './hole';
import { isFormula, type Place, textsOf } from './walk';

/** A template with the numbers of one draw in its key, or why a formula has no value for them. */
export type Instance<Q extends Question> =
  | { readonly kind: 'instance'; readonly question: Q; readonly drawn: Drawn }
  | { readonly kind: 'not-drawn'; readonly place: Place; readonly why: string };

type SecretText = { readonly text: string; readonly place: Place };

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
  // Only what leads to a filled text is copied; the rest is the template's own.
  const instance: Q = { ...question };
  for (const { text, place } of secretTexts(question)) {
    const value = isFormula(text, place) ? formulaNumber(text, drawn.en) : filledText(text, drawn, localeAt(place));
    if (typeof value === 'object') return { kind: 'not-drawn', place, why: faultWords(value) };
    putAt(instance, question, place, value);
  }
  return { kind: 'instance', question: instance, drawn };
}

const textsByTemplate = new WeakMap<object, readonly SecretText[]>();

/** Formulas and texts with holes that are filled in on the server. They follow from the template alone: looked for once, and not for each of a thousand draws. */
function secretTexts(question: Question): readonly SecretText[] {
  const known = textsByTemplate.get(question);
  if (known) return known;
  const texts = textsOf(question).filter(
    ({ text, place }) => isSecretPlace(place) && (isFormula(text, place) || holesIn(text).length > 0),
  );
  textsByTemplate.set(question, texts);
  return texts;
}

/** Puts a value into `copy`, and first copies what holds it, unless that was done: `original` stays as it is. */
function putAt(copy: object, original: object, place: Place, value: string | number): void {
  const last = place.at(-1);
  if (last === undefined) return;
  let [here, there] = [copy, original];
  for (const key of place.slice(0, -1)) {
    const was = Reflect.get(there, key);
    if (Reflect.get(here, key) === was) Reflect.set(here, key, Array.isArray(was) ? [...was] : { ...was });
    [here, there] = [Reflect.get(here, key), was];
  }
  Reflect.set(here, last, value);
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
