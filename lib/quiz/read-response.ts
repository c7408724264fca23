import type { Reading } from './answer';
import { kinds } from './kinds';
import { type Kind, publicKinds, type Responses } from './public-kinds';
import type { QuestionOf } from './question';

/**
 * What was sent, as a response in option ids: checked against the letters this question was shown with.
 * Keys that no response of this kind has are refused by name.
 */
export function readResponse<K extends Kind>(question: QuestionOf<K>, raw: unknown): Reading<Responses[K]> {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    return { kind: 'wrong-shape', field: 'response', expected: 'an object' };
  const idOf = kinds[question.kind].letters(question);
  const reading = publicKinds[question.kind].read(Object.keys(idOf), raw);
  if (reading.kind !== 'complete') return reading;
  const foreign = Object.keys(raw).find((key) => !Object.hasOwn(reading.response, key));
  if (foreign !== undefined)
    return {
      kind: 'wrong-shape',
      field: `response.${foreign}`,
      expected: `only ${Object.keys(reading.response).join(', ')}`,
    };
  const renamed = publicKinds[question.kind].rename(reading.response, (letter) => idOf[letter] ?? letter);
  return { kind: 'complete', response: renamed };
}

/** A stored response, in the letters of the question as it was shown. */
export function inLetters<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): Responses[K] {
  const letterOf = lettersByOption(question);
  return publicKinds[question.kind].rename(response, (id) => letterOf.get(id) ?? id);
}

/** Option id → letter. */
export function lettersByOption<K extends Kind>(question: QuestionOf<K>): Map<string, string> {
  const idOf = kinds[question.kind].letters(question);
  return new Map(Object.entries(idOf).map(([letter, id]) => [id, letter]));
}
