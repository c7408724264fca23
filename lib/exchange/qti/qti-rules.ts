import { type Xml, xml } from '../xml/write-xml';

/** Pieces of QTI's response processing, by the names of the standard (QTI 3.0 ASI, §2.11). */
export const variable = (identifier: string) => xml('qti-variable', { identifier });
export const correct = (identifier: string) => xml('qti-correct', { identifier });
export const value = (type: 'float' | 'identifier' | 'string', said: string | number) =>
  xml('qti-base-value', { 'base-type': type }, String(said));
export const setOutcome = (identifier: string, ...inside: Xml[]) =>
  xml('qti-set-outcome-value', { identifier }, ...inside);
export const mapped = (identifier: string) => xml('qti-map-response', { identifier });
export const isRight = (identifier: string) => xml('qti-match', {}, variable(identifier), correct(identifier));

/** The first branch whose condition holds; the last one may have none. */
export function conditions(branches: readonly { readonly if?: Xml; readonly does: readonly Xml[] }[]): Xml {
  const [first] = branches;
  if (!first) return undefined;
  if (!first.if) return [...first.does];
  const elements = branches.map((branch, at) => {
    if (!branch.if) return xml('qti-response-else', {}, ...branch.does);
    return xml(at === 0 ? 'qti-response-if' : 'qti-response-else-if', {}, branch.if, ...branch.does);
  });
  return xml('qti-response-condition', {}, ...elements);
}

/** Numbers that lie within a tolerance of another. */
export function near(identifier: string, number: number, tolerance: number): Xml {
  const attributes =
    tolerance > 0
      ? { 'tolerance-mode': 'absolute', tolerance: `${tolerance} ${tolerance}` }
      : { 'tolerance-mode': 'exact' };
  return xml('qti-equal', attributes, variable(identifier), value('float', number));
}

/** Adds what an expression gives to the points. */
export const addPoints = (points: Xml) => setOutcome('SCORE', xml('qti-sum', {}, variable('SCORE'), points));
