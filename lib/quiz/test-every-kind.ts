import { kinds } from './kinds';
import type { Kind } from './public-kinds';
import {
  fillInTest,
  type KindTest,
  multipleChoiceTest,
  numericTest,
  orderingTest,
  shortTextTest,
  singleChoiceTest,
  writtenTest,
} from './test-kinds';
import { categorisingTest, matchingTest, pointingTest, predictionTest } from './test-placing';

/** Questions and responses of every kind, for what holds of all of them. A kind that is missing does not compile. */
export const kindTests: { [K in Kind]: KindTest<K> } = {
  'single-choice': singleChoiceTest,
  'multiple-choice': multipleChoiceTest,
  numeric: numericTest,
  ordering: orderingTest,
  'short-text': shortTextTest,
  'fill-in': fillInTest,
  written: writtenTest,
  matching: matchingTest,
  categorising: categorisingTest,
  pointing: pointingTest,
  prediction: predictionTest,
};

export const everyKind: readonly Kind[] = Object.keys(kindTests).filter(isKind);

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}
